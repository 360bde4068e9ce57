import { existsSync, readFileSync } from 'node:fs';

import * as z from 'zod';

const reportSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** How the tests of one file went. */
export interface FileReport {
  /** The absolute path of the test file. */
  readonly file: string;
  /** Something in the file failed, be it beside its tests. */
  readonly broken: boolean;
  readonly passed: number;
  readonly skipped: number;
  /** The full names of the tests that failed. */
  readonly failed: readonly string[];
}

/** What Vitest's JSON report says of each test file; nothing when it wrote none. */
export function readReport(file: string): readonly FileReport[] {
  if (!existsSync(file)) return [];
  const report = reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  return report.testResults.map((result) => {
    const tests = result.assertionResults;
    const failed = tests.filter((test) => test.status === 'failed').map((test) => test.fullName);
    const passed = tests.filter((test) => test.status === 'passed').length;
    const skipped = tests.length - failed.length - passed;
    return { file: result.name, broken: result.status === 'failed', passed, skipped, failed };
  });
}
