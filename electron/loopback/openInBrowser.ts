import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import type { BrowserCommand } from './browserCommand.ts';
import { writeOpeningPage } from './openingPage.ts';
import type { LoopbackServer } from './serveLoopback.ts';

/**
 * Opens the workbook in the person's browser, by a file in `folder` that is gone as soon as it has done so. `tell` gets
 * sentences for the person.
 */
export function openInBrowser(
  server: Pick<LoopbackServer, 'addressForOnce'>,
  folder: string,
  [program, ...programArguments]: BrowserCommand,
  tell: (sentence: string) => void,
): void {
  const code = randomBytes(32).toString('hex');
  const address = server.addressForOnce(code, () => page.remove());
  const page = writeOpeningPage(folder, randomBytes(8).toString('hex'), address);
  process.once('exit', page.remove);
  const browser = spawn(program, [...programArguments, page.file], { stdio: 'ignore', detached: true });
  browser.on('error', () => tell('No browser could be opened: open the address by hand.'));
  browser.unref();
  tell('If the browser may not read the file that it is given, open the address by hand.');
}
