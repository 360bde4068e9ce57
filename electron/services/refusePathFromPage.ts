import { WorkbookError } from '../../shared/domain/workbookError.ts';
import type { Ports } from './ports.ts';

/**
 * Where there are dialogs, a place to write to comes from them alone: a page that was taken over could otherwise write
 * over any file of the computer. A browser and a script have no dialogs and give the path themselves.
 *
 * @throws WorkbookError `not-here`.
 */
export function refusePathFromPage(ports: Pick<Ports, 'host'>, given: string | undefined): void {
  if (ports.host === 'electron' && given !== undefined) {
    throw new WorkbookError('not-here', 'Choose the place in the window that asks for it.');
  }
}
