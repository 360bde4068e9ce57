import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { runStage } from './runStage.ts';
import type { StageResult } from './stage.ts';
import { chromiumPath, stages } from './stages.ts';
import { stageLine, summaryLines, totals } from './summary.ts';

const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
const underCI = process.env['CI'] === 'true';
const wanted = process.argv.slice(2);

// One seed for the whole run, so that a property that failed for some input is tried with that input when it runs again.
process.env['SEED'] ??= String(Date.now() % 2_147_483_647);
console.log(`Random tests run from seed ${process.env['SEED']}; repeat with SEED=${process.env['SEED']}`);
const chromium = chromiumPath();
if (chromium !== null) process.env['CHROMIUM_PATH'] = chromium;

const workFolder = mkdtempSync(path.join(os.tmpdir(), 'workbook-test-run-'));
const reportFile = path.join(workFolder, 'report.json');
const all = stages(projectFolder, reportFile);
const unknown = wanted.filter((name) => !all.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no stage ${unknown.join(', ')}. There are: ${all.map((stage) => stage.name).join(', ')}.`,
  );
  process.exit(2);
}

const results: StageResult[] = [];
for (const stage of all) {
  if (wanted.length > 0 && !wanted.includes(stage.name)) continue;
  const result = runStage(stage, projectFolder, reportFile);
  results.push(result);
  if (result.outcome === 'failed' || result.unsteady.length > 0) console.log(result.output);
  console.log(stageLine(result));
}
rmSync(workFolder, { recursive: true, force: true });

console.log(summaryLines(results, underCI).join('\n'));
process.exitCode = totals(results, underCI).failed > 0 ? 1 : 0;
