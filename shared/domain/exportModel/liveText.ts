import type { EntityKind } from '../entityCatalogue.ts';
import { distinctValues } from '../entityState.ts';
import { isBlank } from '../isBlank.ts';
import type { FieldValue } from '../changeRecord.ts';
import type { ExportEntity, FieldOf } from './exportSource.ts';

/** The words that begin every cell that stands for several live values. */
export const NOT_SETTLED = 'Not settled';

/** How a value is shown. Values that this version does not know come as they are. */
export type WordOf = (value: FieldValue) => string;

/**
 * A field as one text: empty when nothing was written, the value when there is one, and all of them under
 * "Not settled: 2 values" when there are several. None is ever picked.
 */
export function liveText<Kind extends EntityKind>(
  entity: ExportEntity<Kind>,
  field: FieldOf<Kind>,
  wordOf: WordOf = plainWord,
): string {
  const heads = entity.state[field];
  if (heads === undefined) return '';
  const [first] = heads;
  // The usual case by far, and this is called for every cell of a hundred thousand rows.
  if (heads.length === 1 && first !== undefined) return wordOf(first[1]);
  // Emptied, never filled in and filled with white space look the same to everybody.
  const words = [...new Set(distinctValues(entity.state, field).map(wordOf).map(blankIsEmpty))];
  if (words.length === 1) return words[0] ?? '';
  const listed = words.map((word, index) => `${index + 1}. ${word === '' ? '(empty)' : word}`);
  return `${NOT_SETTLED}: ${words.length} values\n${listed.join('\n')}`;
}

/** The field's one value; undefined when nothing was written or it is not settled. */
export function liveValue<Kind extends EntityKind>(
  entity: ExportEntity<Kind>,
  field: FieldOf<Kind>,
): FieldValue | undefined {
  const values = distinctValues(entity.state, field);
  return values.length === 1 ? values[0] : undefined;
}

/** The field's one number; the text of all its values when it is not settled; null when there is none. */
export function liveNumber<Kind extends EntityKind>(
  entity: ExportEntity<Kind>,
  field: FieldOf<Kind>,
): number | string | null {
  const value = liveValue(entity, field);
  if (typeof value === 'number') return value;
  const text = liveText(entity, field);
  return text === '' ? null : text;
}

/** Whether anything but a text that shows nothing stands in the field. */
export function isWritten<Kind extends EntityKind>(
  entity: ExportEntity<Kind>,
  field: FieldOf<Kind>,
): boolean {
  return (entity.state[field] ?? []).some(
    ([, value]) => value !== null && !(typeof value === 'string' && isBlank(value)),
  );
}

/** A word for each value of a union, and other values as they are. */
export function wordsFrom<Value extends string>(
  values: readonly Value[],
  word: (value: Value) => string,
): WordOf {
  const words = new Map<FieldValue, string>(values.map((value) => [value, word(value)]));
  return (value) => words.get(value) ?? plainWord(value);
}

function blankIsEmpty(word: string): string {
  return isBlank(word) ? '' : word;
}

function plainWord(value: FieldValue): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return String(value);
}
