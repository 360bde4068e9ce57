import { WorkbookError } from '../../../shared/domain/workbookError.ts';

/**
 * The database files that this process has open. On Linux and macOS a process that opens and closes a file a second
 * time drops its own lock on it, so a second opening must be refused before the file is touched.
 */
const openHere = new Set<string>();

/** @throws WorkbookError `locked` when this process has the file open already. */
export function refuseOpenHere(file: string, folder: string): void {
  if (openHere.has(file)) throw new WorkbookError('locked', `The workbook in ${folder} is open already.`);
}

/** Notes that the file is open from now on. */
export function rememberOpen(file: string): void {
  openHere.add(file);
}

/** Notes that the file is closed. */
export function forgetOpen(file: string): void {
  openHere.delete(file);
}
