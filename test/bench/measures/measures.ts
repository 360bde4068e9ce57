import type { Measure } from './measure.ts';
import { measureOpening } from './measureOpening.ts';
import { measureOutcomes } from './measureOutcomes.ts';
import { measurePacketOut } from './measurePacketOut.ts';
import { measurePacketsIn } from './measurePacketsIn.ts';
import { measureRegister } from './measureRegister.ts';
import { measureReturnWorkbook } from './measureReturnWorkbook.ts';
import { measureSaves } from './measureSaves.ts';
import { measureSearch } from './measureSearch.ts';
import { measureTypingDuringExport } from './measureTypingDuringExport.ts';

/** Everything that is measured in a workbook, by the name that `BENCH_ONLY` takes. */
export const measures: Readonly<Record<string, Measure>> = {
  saves: measureSaves,
  search: measureSearch,
  outcomes: measureOutcomes,
  register: measureRegister,
  opening: measureOpening,
  typing: measureTypingDuringExport,
  'packet-out': measurePacketOut,
  'packets-in': measurePacketsIn,
  'return-workbook': measureReturnWorkbook,
};

/** Measures that make the workbooks they need: of as many changes, not pieces of evidence, as the size says. */
export const withOwnWorkbooks: ReadonlySet<string> = new Set(['packet-out', 'packets-in', 'return-workbook']);

/** Measures that run in processes of their own and have no part that is only a floor. */
export const withoutFloor: ReadonlySet<string> = new Set(['opening', 'typing']);
