import { assertNever } from '../assertNever.ts';
import type { FieldValue } from '../changeRecord.ts';
import { evidenceKinds } from '../entityCatalogue.ts';
import { evidenceKindWord } from '../evidenceKind.ts';
import { gradeLabel, gradeValues, gradeWord } from '../gradeScale.ts';
import { shownContent, type CellContent } from './readCell.ts';
import type { ReturnChoice, ReturnManifest } from './returnManifest.ts';
import type { ReturnColumnKind } from './returnSheets.ts';
import { writtenDate } from './writtenDate.ts';

/** A cell's value as the workbook keeps it, or why it can't be taken. A remark says what was made of it. */
export type FilledValue =
  | { readonly value: FieldValue; readonly remark: string | null }
  | { readonly problem: string };

type Choices = ReturnManifest['choices'];

/** The value of a filled-in cell. No content, or nothing but white space, is null: emptied. */
export function filledValue(
  kind: ReturnColumnKind,
  content: CellContent | undefined,
  choices: Choices,
): FilledValue {
  if (content === undefined) return { value: null, remark: null };
  if (content.kind === 'error')
    return { problem: 'The cell shows an error instead of a value. Correct it in the spreadsheet.' };
  if (content.kind === 'uncalculated') {
    return {
      problem:
        'The cell holds a formula without a result. Open the file in Excel or LibreOffice, save it, and read it again.',
    };
  }
  if (content.kind === 'text' && content.text.trim() === '') return { value: null, remark: null };
  switch (kind) {
    case 'shown':
      return { problem: 'This cell is not one to fill in.' };
    case 'text':
      return textValue(content);
    case 'grade':
      return gradeValue(content);
    case 'date':
      return dateValue(content);
    case 'evidence-kind':
      return evidenceKindValue(shownContent(content));
    case 'quality-indicator':
      return oneOf(choices.qualityIndicators, shownContent(content));
    case 'outcome':
      return oneOf(choices.outcomes, shownContent(content));
    case 'quality-indicator-links':
      return severalOf(choices.qualityIndicators, shownContent(content));
    case 'outcome-links':
      return severalOf(choices.outcomes, shownContent(content));
    default:
      return assertNever(kind);
  }
}

/** A text in the one form in which it is compared and kept: line ends as line feeds, characters composed. */
export function normalCellText(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return lines.toWellFormed().normalize('NFC');
}

function textValue(content: CellContent): FilledValue {
  const value = normalCellText(shownContent(content));
  if (content.kind === 'text') return { value, remark: null };
  const what =
    content.kind === 'boolean'
      ? 'a yes-or-no value'
      : content.kind === 'number' && content.day !== null
        ? 'a date'
        : content.kind === 'number' && content.isPercentage
          ? 'a percentage'
          : 'a number';
  return { value, remark: `It was ${what} and was taken as the text “${value}”.` };
}

function gradeValue(content: CellContent): FilledValue {
  const written = simple(shownContent(content));
  const found = gradeValues.find((grade) =>
    [String(grade), simple(gradeLabel(grade)), simple(gradeWord(grade))].includes(written),
  );
  return found === undefined
    ? { problem: 'This is not one of the grades. Choose one from the list.' }
    : { value: found, remark: null };
}

function dateValue(content: CellContent): FilledValue {
  if (content.kind === 'number' && content.day !== null) return { value: content.day, remark: null };
  const isYear =
    content.kind === 'number' &&
    Number.isInteger(content.number) &&
    content.number >= 1900 &&
    content.number <= 2200;
  if (content.kind === 'number' && !isYear) {
    return { problem: 'This is a number and not a date. Write it as 31 March 2026.' };
  }
  const date = writtenDate(shownContent(content));
  return 'problem' in date ? date : { value: date.date, remark: null };
}

function evidenceKindValue(text: string): FilledValue {
  const found = evidenceKinds.find((kind) => [kind, simple(evidenceKindWord(kind))].includes(simple(text)));
  return found === undefined
    ? { problem: 'This is not one of the kinds of evidence. Choose one from the list.' }
    : { value: found, remark: null };
}

function oneOf(choices: readonly ReturnChoice[], text: string): FilledValue {
  const found = choiceOf(choices, text);
  return found === undefined
    ? { problem: `“${text.slice(0, 80)}” is not on the list. Choose one from the list.` }
    : { value: found, remark: null };
}

/** The ids, divided by line feeds: they are not kept as one value but become links. */
function severalOf(choices: readonly ReturnChoice[], text: string): FilledValue {
  const whole = choiceOf(choices, text);
  if (whole !== undefined) return { value: whole, remark: null };
  const parts = text.split(/[;\n]/).filter((part) => part.trim() !== '');
  const ids = parts.map((part) => choiceOf(choices, part));
  const unknown = parts.find((_part, index) => ids[index] === undefined);
  if (unknown !== undefined)
    return {
      problem: `“${unknown.trim().slice(0, 80)}” is not on the list. Choose from the list, or write numbers divided by semicolons.`,
    };
  return { value: [...new Set(ids)].join('\n'), remark: null };
}

/** By the whole label, or by the number that it begins with. */
function choiceOf(choices: readonly ReturnChoice[], text: string): string | undefined {
  const written = simple(text);
  return choices.find(({ number, label }) => simple(label) === written || simple(number) === written)?.id;
}

function simple(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}
