import { canonicalForm } from '../canonicalForm.ts';
import type { FieldValue } from '../changeRecord.ts';
import { linkIdentity, PARTNERSHIP_VOICE } from '../entityIdentity.ts';
import type { Sha256 } from '../sealRecord.ts';
import { remarksOn, type RowsReading } from './changedRows.ts';
import { filledValue } from './filledValue.ts';
import { cellsOf, type LocatedRow } from './locatedRow.ts';
import { problemOfValue, type ReturnChange } from './returnChange.ts';
import type { ReturnManifest } from './returnManifest.ts';
import type { ReturnSheet } from './returnSheets.ts';
import { untakenCell, type FoundCell, type Untaken } from './untaken.ts';

const NO_TITLE = 'The row has no title, so nothing of it was taken.';

type Filled = {
  readonly key: string;
  readonly cell: FoundCell;
  readonly value: FieldValue;
  readonly remark: string | null;
};

/**
 * Evidence and actions that somebody added.
 *
 * What is written in an empty row of the file is known by the file, its author and the row, so that a file that comes again
 * after a correction means the same thing. A row that somebody inserted, or copied, is known by its content.
 */
export function newRows(
  plan: ReturnSheet,
  rows: readonly LocatedRow[],
  given: { readonly manifest: ReturnManifest; readonly author: string; readonly sha256: Sha256 },
): RowsReading {
  const { manifest, author, sha256 } = given;
  const notTaken: Untaken[] = [];
  const read = rows
    .map((row) => ({ row, filled: filledCells(plan, row, manifest, notTaken) }))
    .filter(({ filled }) => filled.length > 0);
  const contents = new Map<string, Set<string>>();
  for (const { row, filled } of read) {
    if (row.key !== null) contents.set(row.key, (contents.get(row.key) ?? new Set()).add(contentOf(filled)));
  }
  const changes: ReturnChange[] = [];
  const remarks: Untaken[] = [];
  for (const { row, filled } of read) {
    if (!filled.some(({ key }) => key === 'title')) {
      notTaken.push(...filled.map(({ cell }) => untakenCell(cell, NO_TITLE)));
      continue;
    }
    const isKnownByRow = row.key !== null && author !== '' && contents.get(row.key)?.size === 1;
    const identity = isKnownByRow ? `row ${row.key}\n${author}` : `content ${contentOf(filled)}`;
    const entityId = sha256(`${manifest.file}\n${plan.key}\n${identity}`).slice(0, 32);
    changes.push(...changesOfRow(plan, entityId, filled, manifest.voice));
    remarks.push(...filled.flatMap(({ cell, remark }) => remarksOn(cell, remark)));
  }
  return { changes, notTaken, remarks };
}

/** What can be taken of a row; the rest is put on the list. */
function filledCells(
  plan: ReturnSheet,
  row: LocatedRow,
  { choices }: ReturnManifest,
  notTaken: Untaken[],
): readonly Filled[] {
  return plan.columns.flatMap(({ key, kind }) => {
    const cells = cellsOf(row, key).filter(({ content }) => content !== undefined);
    const [cell, ...others] = cells;
    if (cell === undefined) return [];
    notTaken.push(
      ...others.map((other) =>
        untakenCell(other, 'This column is in the file more than once; the first was taken.'),
      ),
    );
    const filled = filledValue(kind, cell.content, choices);
    const isLinks = kind === 'quality-indicator-links' || kind === 'outcome-links';
    const problem =
      'problem' in filled
        ? filled.problem
        : isLinks || plan.entity === null
          ? undefined
          : problemOfValue(plan.entity, key, filled.value);
    if (problem !== undefined || 'problem' in filled) {
      notTaken.push(untakenCell(cell, problem ?? ''));
      return [];
    }
    return filled.value === null ? [] : [{ key, cell, value: filled.value, remark: filled.remark }];
  });
}

function changesOfRow(
  plan: ReturnSheet,
  entityId: string,
  filled: readonly Filled[],
  voice: string,
): readonly ReturnChange[] {
  const { entity } = plan;
  if (entity === null) return [];
  const changes = filled.flatMap(({ key, value }): readonly ReturnChange[] => {
    const column = plan.columns.find((candidate) => candidate.key === key);
    if (column?.kind === 'quality-indicator-links') return links(entityId, 'quality-indicator', value);
    if (column?.kind === 'outcome-links') return links(entityId, 'outcome', value);
    return [{ entity, entityId, field: key, value, parents: [] }];
  });
  if (entity !== 'evidence' || voice === PARTNERSHIP_VOICE) return changes;
  return [...changes, { entity, entityId, field: 'partner', value: voice, parents: [] }];
}

function links(
  evidenceId: string,
  kind: 'quality-indicator' | 'outcome',
  ids: FieldValue,
): readonly ReturnChange[] {
  return String(ids)
    .split('\n')
    .map((id) => ({
      entity: 'link',
      entityId: linkIdentity(evidenceId, { kind, id }),
      field: 'linked',
      value: true,
      parents: [],
    }));
}

function contentOf(filled: readonly Filled[]): string {
  return canonicalForm(Object.fromEntries(filled.map(({ key, value }) => [key, value])));
}
