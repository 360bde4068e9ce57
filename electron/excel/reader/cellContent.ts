import { dayOfSerial } from '../../../shared/domain/exportModel/calendarDay.ts';
import { excelUnescape } from '../../../shared/domain/exportModel/excelEscape.ts';
import type { CellContent } from '../../../shared/domain/returnWorkbook/readCell.ts';
import type { NumberLooks } from './numberLooks.ts';
import type { TextContent } from './sharedTexts.ts';
import { damagedXlsx } from './xlsxRefusal.ts';

/** What of the file all its sheets refer to. */
export type SheetContext = {
  readonly texts: readonly TextContent[];
  readonly looks: NumberLooks;
  readonly from1904: boolean;
  /** Counts cells of all sheets, empty ones too, and refuses when there are too many. */
  readonly seen: () => void;
  /** The same for cells with something in them. */
  readonly filled: () => void;
};

const DAYS_FROM_1900_TO_1904 = 1_462;
const LAST_DAY = 2_958_465;

/** A cell whose end has not been read; one at a time. */
export type OpenCell = {
  type: string;
  look: number;
  value: string | undefined;
  isFormula: boolean;
  isInline: boolean;
};

/** What a cell holds whose `value` has been read; undefined for nothing. `where` is where it is, for a refusal. */
export function contentOf(
  { type, look, isFormula, isInline }: OpenCell,
  value: string | undefined,
  context: SheetContext,
  where: () => string,
): CellContent | undefined {
  if (value === undefined || (value === '' && type !== 'str' && !isInline))
    return isFormula ? { kind: 'uncalculated' } : undefined;
  if (isInline) return textContent(value);
  switch (type) {
    case 's': {
      const content = /^\d{1,9}$/.test(value) ? context.texts[Number(value)] : undefined;
      if (content === undefined) throw damagedXlsx(`in the sheet ${where()}, a text is missing`);
      return content.text === '' ? undefined : content;
    }
    case 'str':
      return textContent(excelUnescape(value));
    case 'b':
      return { kind: 'boolean', value: value === '1' || value === 'true' };
    case 'e':
      return { kind: 'error', text: value.slice(0, 100) };
    case 'd':
      return /^\d{4}-\d{2}-\d{2}/.test(value)
        ? { kind: 'number', number: 0, day: value.slice(0, 10), isPercentage: false }
        : textContent(value);
    default:
      return numberContent(value, look, context, where);
  }
}

function textContent(text: string): CellContent | undefined {
  return text === '' ? undefined : { kind: 'text', text };
}

function numberContent(
  value: string,
  look: number,
  { looks, from1904 }: SheetContext,
  where: () => string,
): CellContent {
  const number = Number(value);
  if (!Number.isFinite(number)) throw damagedXlsx(`in the sheet ${where()}, a number is none`);
  const serial = Math.floor(number) + (from1904 ? DAYS_FROM_1900_TO_1904 : 0);
  // Day 60 never was, and those before it count from one day later.
  const isDay = looks.days.has(look) && serial >= 1 && serial <= LAST_DAY && serial !== 60;
  const day = isDay ? dayOfSerial(serial < 60 ? serial + 1 : serial) : null;
  return { kind: 'number', number, day, isPercentage: looks.percentages.has(look) };
}
