import { readFileSync, rmSync } from 'node:fs';
import { planReturnCopy } from '../../../shared/domain/returnWorkbook/planReturnCopy.ts';
import type { ReturnManifest } from '../../../shared/domain/returnWorkbook/returnManifest.ts';
import { AUTHOR_ROW, returnSheet } from '../../../shared/domain/returnWorkbook/returnSheets.ts';
import { typeIntoCells, type TypedCell } from '../../excel/return/typeIntoCells.ts';
import { FIRST_ROW } from '../../excel/return/returnLayout.ts';
import { writeDurably } from '../../store/file/durableFile.ts';
import type { JobControl } from '../jobs/jobs.ts';
import { makeReturnCopy } from '../returning/makeReturnCopy.ts';
import { returnSourceOf } from '../returning/returnSourceOf.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';
import type { RehearsedReturn } from './rehearsalScript.ts';

/** Sends a workbook to fill in from an open workbook, and fills it in as the script says. */
export async function writeRehearsedReturn(
  workbook: OpenWorkbook,
  script: RehearsedReturn,
  target: string,
  control: JobControl,
): Promise<void> {
  const { voice: partner, qualityIndicators, cells, author } = script;
  const source = returnSourceOf(workbook, { partner, qualityIndicators });
  const sent = `${target}.sent`;
  await makeReturnCopy(source, { target: sent, replace: false, password: '' }, control);
  const manifest = planReturnCopy(source);
  const typed = cells.map((cell): TypedCell => {
    const what =
      cell.formula === undefined
        ? { text: cell.text ?? '' }
        : { formula: cell.formula, error: cell.error ?? '#N/A' };
    return { ...placeOf(manifest, cell.sheet, cell.row, cell.column), ...what };
  });
  const named = { ...placeOf(manifest, 'cover', { key: AUTHOR_ROW }, 'value'), text: author };
  writeDurably(target, typeIntoCells(readFileSync(sent), [named, ...typed]));
  rmSync(sent);
}

function placeOf(
  manifest: ReturnManifest,
  key: RehearsedReturn['cells'][number]['sheet'],
  wanted: RehearsedReturn['cells'][number]['row'] | { readonly key: string },
  columnKey: string,
): Pick<TypedCell, 'sheet' | 'row' | 'column'> {
  const { name, columns } = returnSheet(key);
  const rows = manifest.sheets.find((sheet) => sheet.key === key)?.rows ?? [];
  const empty = rows.filter(({ entityId }) => entityId === null);
  const row =
    'empty' in wanted
      ? rows.findIndex((candidate) => candidate === empty[wanted.empty - 1])
      : rows.findIndex((candidate) =>
          'key' in wanted ? candidate.key === wanted.key : candidate.entityId === wanted.entityId,
        );
  const column = columns.findIndex((candidate) => candidate.key === columnKey);
  if (row === -1 || column === -1)
    throw new Error(`The workbook to fill in has no ${columnKey} for ${JSON.stringify(wanted)} in ${name}`);
  return { sheet: name, row: FIRST_ROW + row, column };
}
