import type { WorkbookClient } from '../../../shared/api/client.ts';
import { changeDesk, deskOf } from './deskState.ts';

/** One after the other, so that what was typed last is what the program keeps. */
let keeping: Promise<void> = Promise.resolve();

/** Takes paths as they are typed, and has the program keep them for a page that is loaded anew. */
export function typePaths(client: WorkbookClient, workbook: string, typedPaths: string): void {
  changeDesk(workbook, { typedPaths });
  keeping = keeping.then(async () => {
    await client.call('keep-typed-paths', { text: deskOf(workbook).typedPaths }).catch(() => {
      // They are still on the page; whatever is wrong is said when the files are to be checked.
    });
  });
}
