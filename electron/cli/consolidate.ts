import type { ConsolidationPreview } from '../../shared/api/views/consolidationView.ts';
import { WorkbookError } from '../../shared/domain/workbookError.ts';
import type { Given } from './command.ts';
import { withWorkbook, type Program } from './program.ts';
import { rehearsalFiles } from './rehearsalFiles.ts';
import { secretFromFile } from './secretFromFile.ts';
import { exitStatus, printResult, type ExitStatus, type Terminal } from './terminal.ts';
import { waitForJob } from './waitForJob.ts';

/** Takes packets and returned workbooks in, or shows what that would do; exit status 1 when one was refused. */
export function consolidate(given: Given, terminal: Terminal): Promise<ExitStatus> {
  return withWorkbook(given, terminal, async (program) => {
    const passphrase = secretFromFile(given, 'passphrase-file');
    const { paths, passphrases } = rehearsalFiles(given.folder, given.files);
    const started = await program.ask('start-consolidation-preview', {
      paths,
      passphrases: [...(passphrase === undefined ? [] : [passphrase]), ...passphrases],
    });
    if (started.job === null) throw new WorkbookError('invalid-input', 'No packet was named.');
    await waitForJob(program, started.job, terminal);
    const preview = await wholePreview(program, started.job);
    const refused = preview.sources.filter(({ state }) => state === 'refused' || state === 'locked');
    for (const { name, sentence } of refused) terminal.message(`${name}: ${sentence ?? ''}\n`);
    const status = refused.length === 0 ? exitStatus.done : exitStatus.failed;
    const isNews = preview.sources.some(({ state }) => state === 'ready');
    if (given.flag('preview') || !isNews) {
      terminal.message(`${preview.sentence}\n`);
      printResult(terminal, preview);
      return status;
    }
    const { job } = await program.ask('start-consolidation', { preview: preview.preview });
    printResult(terminal, { sources: preview.sources, receipt: await waitForJob(program, job, terminal) });
    return status;
  });
}

/** A preview with every line of what is not taken. */
async function wholePreview({ ask }: Program, job: string): Promise<ConsolidationPreview> {
  const preview = await ask('read-consolidation-preview', { job });
  const sources: ConsolidationPreview['sources'] = [];
  for (const [place, source] of preview.sources.entries()) {
    const ignored = [...source.ignored];
    while (ignored.length < source.notTaken) {
      const page = { job, source: place, offset: ignored.length, limit: 1_000 };
      ignored.push(...(await ask('list-not-taken', page)).lines);
    }
    sources.push({ ...source, ignored });
  }
  return { ...preview, sources };
}
