import { areTitlesAlike, titleKey } from '../../../shared/domain/alikeEvidence.ts';
import { joiningIdentity } from '../../../shared/domain/entityIdentity.ts';
import { settledValue } from '../../../shared/domain/entityState.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';

export type Alike = { readonly evidenceId: string; readonly title: string; readonly why: string };

/** More than this many candidates are not compared: a title of common words alone is like everything. */
const COMPARED = 60;

/**
 * Evidence that a person should look at before adding or keeping this one (`except`): nearly the same title, or the same
 * file. Not what somebody has decided about: what is joined with it or was left beside it as two, and what another stands for.
 */
export function alikeEvidence(
  workbook: OpenWorkbook,
  title: string,
  sha256s: readonly string[],
  except: string | undefined,
): Alike[] {
  const standIn = (id: string): string => workbook.evidence.standInOf(id) ?? id;
  const isLeftAsTwo = (one: string, other: string): boolean => {
    const joining = workbook.states.get('joining', joiningIdentity(one, other));
    return settledValue(joining?.state ?? {}, 'apart') === true;
  };
  return everythingAlike(workbook, title, sha256s, except).filter(
    ({ evidenceId: id }) =>
      standIn(id) === id && (except === undefined || (standIn(except) !== id && !isLeftAsTwo(except, id))),
  );
}

function everythingAlike(
  workbook: OpenWorkbook,
  title: string,
  sha256s: readonly string[],
  except: string | undefined,
): Alike[] {
  const found = new Map<string, Alike>();
  for (const sha256 of sha256s) {
    for (const row of workbook.evidence.withSameContent(sha256, except ?? '')) {
      found.set(row.evidence_id, {
        evidenceId: row.evidence_id,
        title: row.title,
        why: 'The same file is attached.',
      });
    }
  }
  const key = titleKey(title);
  if (key === '') return [...found.values()];
  for (const row of workbook.evidence.withTitleKey(key)) {
    if (row.id !== except)
      found.set(row.id, { evidenceId: row.id, title: row.title, why: 'The title is the same.' });
  }
  // Most titles that are nearly the same have their longest words in common, by which the search index finds them while
  // somebody types. `alikePairs` has the time to miss none.
  const longest = key
    .split(' ')
    .sort((left, right) => right.length - left.length)
    .slice(0, 2)
    .join(' ');
  for (const number of workbook.search.find(longest, COMPARED)) {
    const stored = workbook.states.byNumber(number);
    if (stored?.entity !== 'evidence' || stored.entityId === except || found.has(stored.entityId)) continue;
    const row = workbook.evidence.get(stored.entityId);
    if (row === undefined || !areTitlesAlike(title, row.title)) continue;
    found.set(row.id, { evidenceId: row.id, title: row.title, why: 'The title is nearly the same.' });
  }
  return [...found.values()];
}
