import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { closeDatabase } from '../../store/file/closeDatabase.ts';
import { openDatabase } from '../../store/file/openDatabase.ts';
import { refuseUnsafeFolder } from '../../store/file/refuseUnsafeFolder.ts';
import { workbookPaths } from '../../store/file/workbookPaths.ts';
import { readProperties } from '../../store/file/workbookProperties.ts';
import type { Ports } from '../ports.ts';
import { refusePathFromPage } from '../refusePathFromPage.ts';
import type { Services } from '../services.ts';
import { exampleEdits } from '../start/exampleEdits.ts';
import { workbooksFolder } from '../start/readStart.ts';
import type { WorkbookKeeper } from '../workbook/workbookKeeper.ts';
import { makeRehearsal, PASSPHRASE_FILE, REHEARSAL_ORIGIN } from './makeRehearsal.ts';
import { readRehearsalScript } from './rehearsalScript.ts';

/** The workbook to practise bringing contributions together with. */
export function rehearsalServices(parts: {
  readonly ports: Ports;
  readonly keeper: WorkbookKeeper;
  readonly closeWorkbook: () => Promise<void>;
}): Pick<Services, 'open-rehearsal'> {
  const { ports, keeper, closeWorkbook } = parts;

  return {
    'open-rehearsal': async ({ folder: given, afresh = false }) => {
      refusePathFromPage(ports, given);
      const folder = path.resolve(given ?? path.join(workbooksFolder(ports), 'Rehearsal'));
      const isOpenHere = keeper.isOpen() && path.resolve(keeper.current().folder) === folder;
      if (keeper.isOpen() && !isOpenHere)
        throw new WorkbookError('locked', 'Another workbook is open. Close it first.');
      refuseUnsafeFolder(folder);
      if (isOpenHere && keeper.current().origin !== REHEARSAL_ORIGIN) throw notARehearsal(folder);
      if (isOpenHere && !afresh) return keeper.view();
      if (isOpenHere) await closeWorkbook();
      const isThere = existsSync(folder) && readdirSync(folder).length > 0;
      if (isThere) refuseOther(folder);
      if (!isThere || afresh) {
        await makeRehearsal(folder, {
          script: readRehearsalScript(ports.assetsFolder),
          example: exampleEdits(ports.assetsFolder),
          ids: ports.ids,
        });
      }
      return keeper.open(folder);
    },
  };
}

/** Only a rehearsal may be opened as one, and thrown away: what is anything else is left untouched. */
function refuseOther(folder: string): void {
  const isLikeOne = existsSync(path.join(workbookPaths(folder).rehearsal, PASSPHRASE_FILE));
  if (isLikeOne && originOf(folder) === REHEARSAL_ORIGIN) return;
  throw notARehearsal(folder);
}

function notARehearsal(folder: string): WorkbookError {
  return new WorkbookError(
    'already-exists',
    `The folder ${folder} has something else than a rehearsal in it. Nothing was changed. Choose a folder that is not there yet.`,
  );
}

/** @throws WorkbookError `locked` while somebody works with it, and whatever keeps it from being opened. */
function originOf(folder: string): string {
  const database = openDatabase(folder, { quickCheck: false });
  try {
    return readProperties(database).origin;
  } finally {
    closeDatabase(database);
  }
}
