import { evidenceIdAt } from '../benchWorkbook.ts';
import { openBench } from '../openBench.ts';
import { shippedCatalogue } from '../../../shared/frameworks/catalogue.ts';
import { bareCopy } from './bareCopy.ts';
import { type Bench, type Timing, timed } from './measure.ts';

const ROUNDS = 7;
const columns = ['quality-indicator', 'pathway-point', 'partner'] as const;

const spread = `SELECT target_id, kind, partner, count(*), max(date) FROM link
  JOIN evidence ON evidence.id = link.evidence_id
  WHERE target_kind = 'outcome' AND deleted = 0 GROUP BY target_id, kind, partner`;
const pairs = `SELECT one.target_id, other.target_id, count(*) FROM link AS one
  JOIN link AS other ON other.evidence_id = one.evidence_id AND other.target_kind = ?
  WHERE one.target_kind = 'outcome' GROUP BY one.target_id, other.target_id`;
const pairsWithPartner = `SELECT target_id, partner, count(*) FROM link
  JOIN evidence ON evidence.id = link.evidence_id
  WHERE target_kind = 'outcome' AND deleted = 0 GROUP BY target_id, partner`;

/** The outcomes and the matrix after a link has changed, so that nothing is remembered, beside the bare GROUP BY. */
export async function measureOutcomes(bench: Bench, floorOnly: boolean): Promise<readonly Timing[]> {
  const bare = bareCopy(bench);
  const ours = floorOnly ? undefined : await openBench(bench.folder);
  let isLinked = true;

  async function changeLink(): Promise<void> {
    isLinked = !isLinked;
    const target = { kind: 'outcome' as const, id: shippedCatalogue.outcomes[0]?.id ?? '' };
    await ours?.call('link-evidence', { evidence: evidenceIdAt(0), target, linked: isLinked });
  }

  async function inTurns(what: string, our: () => unknown, floor: () => unknown): Promise<Timing> {
    const timing = { what, ours: [] as number[], floor: [] as number[], floorIs: 'bare GROUP BY', aim: null };
    for (let round = 0; round < ROUNDS; round += 1) {
      timing.floor.push(await timed(floor));
      await changeLink();
      if (ours !== undefined) timing.ours.push(await timed(our));
    }
    return timing;
  }

  const timings = [
    await inTurns(
      'Outcomes',
      () => ours?.call('read-outcomes', {}),
      () => bare.prepare(spread).all(),
    ),
  ];
  for (const column of columns) {
    const floor =
      column === 'partner'
        ? () => bare.prepare(pairsWithPartner).all()
        : () => bare.prepare(pairs).all(column);
    timings.push(
      await inTurns(`Matrix by ${column}`, () => ours?.call('read-matrix', { columns: column }), floor),
    );
  }
  await ours?.close();
  bare.close();
  return timings;
}
