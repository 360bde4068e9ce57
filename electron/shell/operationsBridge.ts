import type { IpcMain } from 'electron';

import type { Dispatch } from '../ipc/dispatcher.ts';
import type { Logger } from '../services/ports.ts';
import { callChannel, grantName } from './channels.ts';
import { isOurPage } from './sender.ts';

/** Answers the page's calls: the one `ipcMain.handle` of the program, and so the one place where a sender is checked. */
export function bridgeOperations(
  ipcMain: Pick<IpcMain, 'handle'>,
  dispatch: Dispatch,
  grant: (paths: unknown) => readonly (string | null)[],
  logger: Logger,
): void {
  ipcMain.handle(callChannel, (event, name: unknown, input: unknown) => {
    if (isOurPage(event.senderFrame)) return name === grantName ? grant(input) : dispatch(name, input);
    logger.error('An operation was asked for by something that is not the page');
    return { ok: false, error: { code: 'not-here', message: 'Only the workbook’s own page can do this.' } };
  });
}
