import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A file that brings the person's own browser to an address without anybody else seeing that address. */
export type OpeningPage = { readonly file: string; readonly remove: () => void };

/**
 * Writes a page, readable by this user alone, that goes on to `address`. The command that opens a browser can be read by
 * every user of the computer as long as the browser runs; it names this file, and the address stands only inside.
 */
export function writeOpeningPage(folder: string, name: string, address: string): OpeningPage {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `opening ${name}.html`);
  writeFileSync(file, onwardPage(address), { mode: 0o600, flag: 'wx' });
  return { file, remove: () => rmSync(file, { force: true }) };
}

/** A page that goes on to an address of ours by itself, without a script. */
export function onwardPage(address: string): string {
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url=${address}">
<title>Opening the workbook</title>
<p>The workbook opens by itself. <a href="${address}">Open it now</a>.</p>
</html>
`;
}
