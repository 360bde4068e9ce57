import { assertNever } from '../../../shared/domain/assertNever.ts';
import { columnLetters } from '../../../shared/domain/returnWorkbook/readCell.ts';
import type { BaseSheet } from '../../../shared/domain/returnWorkbook/returnManifest.ts';
import type { ReturnColumn, ReturnSheet } from '../../../shared/domain/returnWorkbook/returnSheets.ts';
import { FIRST_ROW } from './returnLayout.ts';

/** What a stretch of a column offers, and says when it is chosen. */
export type DropDown = { readonly range: string; readonly rule: object };

/** The drop-down lists by the kind of column that they are for, in the order of the columns that hold them. */
export type DropDownLists = Readonly<
  Record<'grade' | 'evidence-kind' | 'quality-indicator' | 'outcome', readonly string[]>
>;

/** The first column of the sheet with the lists says what it is. */
const FIRST_LIST = 1;
/** Inserted rows get the same help. */
const ROOM_BELOW = 200;
const LONGEST_TITLE = 32;
const LONGEST_HELP = 255;

/** The drop-downs and the help of a sheet, a rule a column: by cell it would be ten thousand. */
export function dropDowns(
  plan: ReturnSheet,
  sheet: BaseSheet,
  listsSheet: string,
  lists: DropDownLists,
): readonly DropDown[] {
  const last =
    FIRST_ROW +
    sheet.rows.length -
    1 +
    (sheet.key === 'evidence' || sheet.key === 'actions' ? ROOM_BELOW : 0);
  return plan.columns.flatMap((column, index) => {
    const isFilledIn = sheet.rows.some(({ cells }) => cells[index]?.records !== null);
    if (!isFilledIn) return [];
    const letters = columnLetters(index);
    // On the cover the name is the only cell to fill in, and the first.
    const range =
      sheet.key === 'cover' ? `${letters}${FIRST_ROW}` : `${letters}${FIRST_ROW}:${letters}${last}`;
    return [{ range, rule: { ...helpOf(column), ...ruleOf(column, listsSheet, lists) } }];
  });
}

function helpOf({ header, help }: ReturnColumn): object {
  if (help === '') return {};
  return {
    showInputMessage: true,
    promptTitle: header.slice(0, LONGEST_TITLE),
    prompt: help.slice(0, LONGEST_HELP),
  };
}

function ruleOf(column: ReturnColumn, listsSheet: string, lists: DropDownLists): object {
  const list = listOf(column);
  const names = list === undefined ? [] : lists[list];
  // Without a rule a prompt alone: any text is fine, and what is too long is found on reading.
  if (list === undefined || names.length === 0)
    return { type: 'textLength', operator: 'lessThanOrEqual', formulae: [32_767], allowBlank: true };
  const letters = columnLetters(FIRST_LIST + Object.keys(lists).indexOf(list));
  const isStrict = column.kind === list;
  return {
    type: 'list',
    allowBlank: true,
    formulae: [`'${listsSheet}'!$${letters}$1:$${letters}$${names.length}`],
    showErrorMessage: isStrict,
    errorStyle: 'stop',
    errorTitle: column.header.slice(0, LONGEST_TITLE),
    error: 'This is not one of the choices of the list. Choose one of them, or empty the cell.',
  };
}

function listOf({ kind }: ReturnColumn): keyof DropDownLists | undefined {
  switch (kind) {
    case 'grade':
    case 'evidence-kind':
    case 'quality-indicator':
    case 'outcome':
      return kind;
    case 'quality-indicator-links':
      return 'quality-indicator';
    case 'outcome-links':
      return 'outcome';
    case 'shown':
    case 'text':
    case 'date':
      return undefined;
    default:
      return assertNever(kind);
  }
}
