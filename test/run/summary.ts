import type { StageResult } from './stage.ts';

/** The line printed when a stage is over. */
export function stageLine(result: StageResult): string {
  const counts = [
    result.passed > 0 ? `${result.passed} passed` : '',
    result.failed > 0 ? `${result.failed} failed` : '',
    result.skipped > 0 ? `${result.skipped} skipped` : '',
  ].filter((text) => text !== '');
  const details = [...counts, result.reason ?? ''].filter((text) => text !== '').join(', ');
  return `${result.name.padEnd(10)} ${result.outcome.padEnd(8)} ${result.seconds.toFixed(1).padStart(6)} s  ${details}`.trimEnd();
}

/**
 * The end of the run: what passed only when it ran again, what did not run and why, then the line that other programs read, last.
 * Under CI a stage that did not run is a failure, and every failed check counts as one.
 */
export function summaryLines(results: readonly StageResult[], underCI: boolean): readonly string[] {
  const notRun = results.filter((result) => result.outcome === 'not run');
  const { passed, failed, skipped } = totals(results, underCI);
  const skippedPart = skipped > 0 ? `, ${skipped} skipped` : '';
  return [
    '',
    ...results.flatMap((result) =>
      result.unsteady.map((test) => `Passed only when it ran again: ${result.name}, ${test}.`),
    ),
    ...notRun.map(
      (result) =>
        `Not run${underCI ? ' (a failure under CI)' : ''}: ${result.name}, because ${result.reason}.`,
    ),
    `${passed} passed, ${failed} failed${skippedPart}`,
  ];
}

/** The numbers of the last line. */
export function totals(
  results: readonly StageResult[],
  underCI: boolean,
): { readonly passed: number; readonly failed: number; readonly skipped: number } {
  const sum = (numberOf: (result: StageResult) => number) =>
    results.reduce((total, result) => total + numberOf(result), 0);
  const notRun = results.filter((result) => result.outcome === 'not run').length;
  return {
    passed: sum((result) => result.passed),
    failed: sum((result) => result.failed) + (underCI ? notRun : 0),
    skipped: sum((result) => result.skipped),
  };
}
