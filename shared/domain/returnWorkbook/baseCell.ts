import { assertNever } from '../assertNever.ts';
import type { FieldValue } from '../changeRecord.ts';
import { evidenceKinds } from '../entityCatalogue.ts';
import { distinctValues, type EntityState } from '../entityState.ts';
import { evidenceKindWord } from '../evidenceKind.ts';
import { cellText, oneCell } from '../exportModel/cellText.ts';
import { gradeLabel, gradeValues } from '../gradeScale.ts';
import type { BaseCell, ReturnChoice, ReturnManifest } from './returnManifest.ts';
import type { ReturnColumnKind } from './returnSheets.ts';

const NOT_FOR_CELLS =
  '(A spreadsheet can’t hold this text as it is, mostly because it is too long. Read and change it in the program.)';
const LONGEST_NAME = 1_000;
const NOT_SETTLED = '(Several different texts stand here. They are settled in the program.)';

/** How values that are ids are shown: as one of the choices, or else by what they are called. */
export type CellWords = {
  readonly choices: ReturnManifest['choices'];
  readonly nameOf: (id: string) => string;
};

/**
 * A field as a cell of a workbook to fill in. What is too long for a cell, in conflict, or not among the choices is shown
 * and locked: half a text, or one of several, must not come back as the whole.
 */
export function baseCell(
  kind: ReturnColumnKind,
  state: EntityState,
  field: string,
  { choices, nameOf }: CellWords,
): BaseCell {
  const records = (state[field] ?? []).map(([record]) => record);
  const values = distinctValues(state, field);
  if (values.length > 1) return { shown: NOT_SETTLED, records: null };
  const [value = null] = values;
  if (value === null || value === '') return { shown: '', records };
  const word = wordOf(kind, value, choices);
  if (word === undefined) return { shown: nameForFile(nameOf(String(value))), records: null };
  const { pieces, changes } = cellText(word);
  if (pieces.length > 1 || changes.some((change) => change !== 'line-ends'))
    return { shown: NOT_FOR_CELLS, records: null };
  return { shown: pieces[0] ?? '', records };
}

/** What something is called, as the file carries it: a title can be corrected to a text of many pages. */
export function nameForFile(name: string): string {
  return oneCell(name.slice(0, LONGEST_NAME));
}

/** The labels of the choices with these ids, as a list column takes them. Ids that are no choice are left out. */
export function choiceLabels(choices: readonly ReturnChoice[], ids: readonly string[]): string {
  const found = choices.filter(({ id }) => ids.includes(id));
  const [only] = found;
  return found.length === 1 && only !== undefined ? only.label : found.map(({ number }) => number).join('; ');
}

function wordOf(
  kind: ReturnColumnKind,
  value: FieldValue,
  choices: ReturnManifest['choices'],
): string | undefined {
  switch (kind) {
    case 'grade': {
      const grade = gradeValues.find((candidate) => candidate === value);
      return grade === undefined ? undefined : gradeLabel(grade);
    }
    case 'evidence-kind': {
      const known = evidenceKinds.find((candidate) => candidate === value);
      return known === undefined ? undefined : evidenceKindWord(known);
    }
    case 'quality-indicator':
      return choices.qualityIndicators.find(({ id }) => id === value)?.label;
    case 'outcome':
      return choices.outcomes.find(({ id }) => id === value)?.label;
    case 'shown':
    case 'text':
    case 'date':
    case 'quality-indicator-links':
    case 'outcome-links':
      return typeof value === 'string' ? value : undefined;
    default:
      return assertNever(kind);
  }
}
