import type { Measure } from './measure.ts';
import { measureOpening } from './measureOpening.ts';
import { measureOutcomes } from './measureOutcomes.ts';
import { measureRegister } from './measureRegister.ts';
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
};

/** Measures that run in processes of their own and have no part that is only a floor. */
export const withoutFloor: ReadonlySet<string> = new Set(['opening', 'typing']);
