import os from 'node:os';

import { dataFolderOf } from '../services/dataFolder.ts';
import { browserCommand } from './browserCommand.ts';
import { openInBrowser } from './openInBrowser.ts';
import { startLoopback } from './startLoopback.ts';

const dataFolder = dataFolderOf(process.platform, process.env, os.homedir());

try {
  const server = await startLoopback({ dataFolder });
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    server.stop().then(
      () => process.exit(0),
      (cause: unknown) => fail('The workbook could not be closed in order', cause),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

  console.log(`The workbook is at ${server.address}`);
  console.log('Only this computer reaches that address, and only until you stop the program (Ctrl+C).');
  const command = browserCommand(process.platform, process.env, process.getuid?.() === 0);
  if (command !== null) openInBrowser(server, dataFolder, command, (sentence) => console.log(sentence));
} catch (cause) {
  fail('The workbook could not be started', cause);
}

function fail(sentence: string, cause: unknown): void {
  console.error(`${sentence}: ${cause instanceof Error ? cause.message : String(cause)}`);
  process.exit(1);
}
