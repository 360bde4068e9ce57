import { settleConflict } from '../../../electron/services/consolidation/settleConflict.ts';
import { entriesInConflict } from '../../../electron/store/consolidation/entriesInConflict.ts';
import { isKnownField } from '../../../shared/domain/consolidation/isUnderstood.ts';
import { attachmentIdentity, linkIdentity } from '../../../shared/domain/entityIdentity.ts';
import { distinctValues, fieldsInConflict, isDeleted } from '../../../shared/domain/entityState.ts';
import { seededRandom, type SeededRandom } from '../seededRandom.ts';
import { simulatedLaptop, type PacketChanges, type SimulatedLaptop } from './simulatedLaptop.ts';

const questions = Array.from({ length: 12 }, (_, number) => `question-${number}@partnership`);
const grades = Array.from({ length: 8 }, (_, number) => `indicator-${number}@partnership`);

/** What an officer does in a sitting: answers, grades, evidence with links and files, deletions. */
export function workAWhile(laptop: SimulatedLaptop, random: SeededRandom, things: number): void {
  const { changes, states } = laptop.workbook();
  for (let thing = 0; thing < things; thing += 1) {
    const words = `${laptop.name} says ${random.below(1_000_000)}`;
    const evidence = [...states.ofKind('evidence')].filter(({ state }) => !isDeleted(state));
    const item = evidence.length === 0 ? undefined : random.pick(evidence).entityId;
    const kind = random.pick([
      'answer',
      'answer',
      'grade',
      'add',
      'add',
      'edit',
      'link',
      'file',
      'delete',
    ] as const);
    if (kind === 'answer') {
      const field = random.pick(['howAreWeDoing', 'whatNext'] as const);
      changes.apply(
        [{ entity: 'answer', entityId: random.pick(questions), set: { [field]: words } }],
        'Answer',
      );
    } else if (kind === 'grade') {
      const value = 1 + random.below(6);
      changes.apply([{ entity: 'grade', entityId: random.pick(grades), set: { grade: value } }], 'Grade');
    } else if (kind === 'add' || item === undefined) {
      const entityId = laptop.workbook().ids.randomHex(8);
      changes.apply([{ entity: 'evidence', entityId, set: { title: words, shows: words } }], 'Add');
    } else if (kind === 'edit') {
      changes.apply([{ entity: 'evidence', entityId: item, set: { shows: words } }], 'Edit');
    } else if (kind === 'link') {
      const entityId = linkIdentity(item, { kind: 'outcome', id: `outcome-${random.below(7)}` });
      changes.apply([{ entity: 'link', entityId, set: { linked: random.chance(0.8) } }], 'Link');
    } else if (kind === 'file') {
      const entityId = attachmentIdentity(
        item,
        random
          .below(2 ** 31)
          .toString(16)
          .padStart(64, '0'),
      );
      const set = { name: `${words}.pdf`, bytes: 1_000, mediaType: 'application/pdf', deleted: false };
      changes.apply([{ entity: 'attachment', entityId, set }], 'Attach');
    } else {
      changes.apply([changes.deletion('evidence', item)], 'Delete');
    }
  }
}

/** Settles up to `most` conflicts as a facilitator does: takes one, combines, or writes another. */
export function settleSome(laptop: SimulatedLaptop, random: SeededRandom, most: number): number {
  const workbook = laptop.workbook();
  const found = [...entriesInConflict(laptop.database())].flatMap(({ entity, entityId, state }) =>
    fieldsInConflict(state)
      .filter((field) => isKnownField(entity, field))
      .map((field) => ({ entity, entityId, field, values: distinctValues(state, field) })),
  );
  const settled = found.slice(0, most);
  for (const { entity, entityId, field, values } of settled) {
    const isStill = fieldsInConflict(workbook.states.get(entity, entityId)?.state ?? {}).includes(field);
    if (!isStill) continue;
    const isText = values.every((value) => typeof value === 'string');
    const value =
      field === 'deleted' || field === 'linked'
        ? random.chance(0.5)
        : isText && random.chance(0.4)
          ? values.join(' / ')
          : random.pick(values);
    settleConflict(workbook, { entity, entityId, field, value, how: 'take', reason: 'Agreed' });
  }
  return settled.length;
}

/** Every packet that went from one laptop to another in three rounds of a partnership, in the order they were made. */
export function partnershipRounds(seed: number, officers: number): readonly PacketChanges[] {
  const random = seededRandom(seed);
  const facilitator = simulatedLaptop('Facilitator', random);
  workAWhile(facilitator, random, 12);
  const laptops = Array.from({ length: officers }, (_, number) =>
    simulatedLaptop(`Officer ${number}`, random),
  );
  const start = facilitator.handOver();
  const packets: PacketChanges[] = [start];
  for (const laptop of laptops) laptop.takeIn(start);
  for (const share of [1, 0.4, 0.4]) {
    const working = laptops.filter(() => random.chance(share));
    for (const laptop of working) {
      workAWhile(laptop, random, 3 + random.below(9));
      const packet = laptop.handOver(random.chance(0.5) ? { kind: 'since' } : { kind: 'everything' });
      packets.push(packet);
      // Some come late, some never in this round: they are among the packets all the same.
      if (random.chance(0.7)) facilitator.takeIn(packet);
    }
    settleSome(facilitator, random, 15);
    const back = facilitator.handOver();
    packets.push(back);
    for (const laptop of laptops) if (random.chance(0.6)) laptop.takeIn(back);
  }
  for (const laptop of [facilitator, ...laptops]) laptop.close();
  return packets;
}
