import os from 'node:os';
import { dataFolderOf } from '../services/dataFolder.ts';
import { runCommandLine } from './runCommandLine.ts';

// A reader that has seen enough, such as `head`, closes the pipe; that is no failure.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
  if (cause.code !== 'EPIPE') throw cause;
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  dataFolder: dataFolderOf(process.platform, process.env, os.homedir()),
  result: (text) => process.stdout.write(text),
  message: (text) => process.stderr.write(text),
});
