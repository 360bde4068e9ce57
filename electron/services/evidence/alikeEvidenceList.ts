import type { OutputOf, ParsedInputOf } from '../../../shared/api/contract.ts';
import type { AlikePair } from '../../../shared/api/views/consolidationView.ts';
import { joiningIdentity, partsOfJoining } from '../../../shared/domain/entityIdentity.ts';
import { settledText, settledValue } from '../../../shared/domain/entityState.ts';
import { evidenceKindWord } from '../../../shared/domain/evidenceKind.ts';
import { alikeQueries } from '../../store/alikeQueries.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';
import { shortenedApart } from '../shortened.ts';
import { alikePairs, type Pair } from './alikePairs.ts';

/** How many pairs are listed unless somebody asks for another page. */
const PAIRS_A_PAGE = 50;

/** Characters of what each shows: enough to tell two surveys apart. */
const LONGEST_SHOWN = 240;

/** Pairs, and the stamp of the moment in which they were found. */
type Found = { readonly stamp: number; readonly pairs: readonly Pair[] };

/** Lists pairs of pieces that look alike; what was found is kept until the workbook changes. */
export function alikeEvidenceList() {
  const known = new WeakMap<OpenWorkbook, Found>();

  async function pairsOf(workbook: OpenWorkbook): Promise<readonly Pair[]> {
    const stamp = alikeQueries(workbook.database).stamp();
    const before = known.get(workbook);
    if (before?.stamp === stamp) return before.pairs;
    const pairs = await alikePairs(workbook);
    known.set(workbook, { stamp, pairs });
    return pairs;
  }

  return async (
    workbook: OpenWorkbook,
    { left = false, offset = 0, limit = PAIRS_A_PAGE }: ParsedInputOf<'list-alike-evidence'>,
  ): Promise<OutputOf<'list-alike-evidence'>> => {
    const apart = pairsLeftAsTwo(workbook);
    const all = notYetJoined(workbook, await pairsOf(workbook), apart);
    const pairs = all.filter((pair) => pair.isLeft === left);
    const page = pairs.slice(offset, offset + limit);
    return {
      total: pairs.length,
      others: all.length - pairs.length,
      pairs: page.flatMap((pair) => viewOf(workbook, pair)),
    };
  };
}

/**
 * The pairs that were left as two, by the pieces that stand for them: a decision about two pieces holds on after one of them
 * was joined with a third. Where people differ about it, it is asked again.
 */
function pairsLeftAsTwo({ states, evidence }: OpenWorkbook): ReadonlySet<string> {
  const standIn = (id: string): string => evidence.standInOf(id) ?? id;
  return new Set(
    [...states.ofKind('joining')].flatMap(({ entityId, state }) => {
      const parts = settledValue(state, 'apart') === true ? partsOfJoining(entityId) : undefined;
      return parts === undefined ? [] : [joiningIdentity(standIn(parts.kept), standIn(parts.other))];
    }),
  );
}

/** The pairs of those that are listed: where one stands for another, it is the one that looks alike. */
function notYetJoined(
  { evidence }: OpenWorkbook,
  pairs: readonly Pair[],
  apart: ReadonlySet<string>,
): readonly (Pair & { readonly isLeft: boolean })[] {
  const seen = new Set<string>();
  return pairs.flatMap((pair) => {
    const one = evidence.standInOf(pair.one) ?? pair.one;
    const other = evidence.standInOf(pair.other) ?? pair.other;
    const key = joiningIdentity(one, other);
    if (one === other || seen.has(key)) return [];
    seen.add(key);
    return [{ ...pair, one, other, isLeft: apart.has(key) }];
  });
}

function viewOf(workbook: OpenWorkbook, { one, other, why }: Pair): AlikePair[] {
  const shownBy = (id: string): string =>
    settledText(workbook.states.get('evidence', id)?.state ?? {}, 'shows');
  const [oneShows = '', otherShows = ''] = shortenedApart([shownBy(one), shownBy(other)], LONGEST_SHOWN);
  const item = (id: string, shows: string): AlikePair['one'] | undefined => {
    const row = workbook.evidence.get(id);
    if (row === undefined) return undefined;
    return {
      evidenceId: id,
      title: row.title,
      kind: row.kind === null ? '' : evidenceKindWord(row.kind),
      date: row.date ?? row.period ?? '',
      source: row.source ?? '',
      partnerName: row.partner === null ? '' : workbook.nameOfVoice(row.partner),
      shows,
      attachments: row.attachments,
      usedIn: row.uses,
    };
  };
  const [left, right] = [item(one, oneShows), item(other, otherShows)];
  return left === undefined || right === undefined ? [] : [{ one: left, other: right, why }];
}
