import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { closeDatabase } from '../../store/file/closeDatabase.ts';
import { openDatabase } from '../../store/file/openDatabase.ts';
import { refuseUnsafeFolder } from '../../store/file/refuseUnsafeFolder.ts';
import { workbookPaths } from '../../store/file/workbookPaths.ts';
import { readProperties } from '../../store/file/workbookProperties.ts';
import type { JobControl, Jobs } from '../jobs/jobs.ts';
import type { Ports } from '../ports.ts';
import { refusePathFromPage } from '../refusePathFromPage.ts';
import type { Services } from '../services.ts';
import { exampleEdits } from '../start/exampleEdits.ts';
import { rehearsalFolder } from '../start/readStart.ts';
import type { WorkbookKeeper } from '../workbook/workbookKeeper.ts';
import { makeRehearsal, PASSPHRASE_FILE, REHEARSAL_ORIGIN } from './makeRehearsal.ts';
import { readRehearsalScript } from './rehearsalScript.ts';

/** Nobody watches, and nobody stops it. */
const unwatched: JobControl = { report: () => {}, signal: new AbortController().signal };

/** The workbook to practise bringing contributions together with. */
export function rehearsalServices(parts: {
  readonly ports: Ports;
  readonly keeper: WorkbookKeeper;
  readonly jobs: Jobs;
  readonly closeWorkbook: () => Promise<void>;
}): Pick<Services, 'open-rehearsal' | 'start-rehearsal'> {
  const { ports, keeper, jobs, closeWorkbook } = parts;

  /** The job that makes one; a page that was loaded anew meanwhile asks for it again. */
  let making: string | undefined;

  function isOpenIn(folder: string): boolean {
    return keeper.isOpen() && path.resolve(keeper.current().folder) === folder;
  }

  /** Sees to it that a rehearsal can be opened in a folder, or has to be made there first. */
  async function standingIn(folder: string, afresh: boolean): Promise<'open' | 'there' | 'to be made'> {
    const isOpenHere = isOpenIn(folder);
    if (keeper.isOpen() && !isOpenHere)
      throw new WorkbookError('locked', 'Another workbook is open. Close it first.');
    refuseUnsafeFolder(folder);
    if (isOpenHere && keeper.current().origin !== REHEARSAL_ORIGIN) throw notARehearsal(folder);
    if (isOpenHere && !afresh) return 'open';
    if (isOpenHere) await closeWorkbook();
    const isThere = existsSync(folder) && readdirSync(folder).length > 0;
    if (isThere) refuseOther(folder);
    return isThere && !afresh ? 'there' : 'to be made';
  }

  function make(folder: string, control: JobControl): Promise<void> {
    const { assetsFolder, ids } = ports;
    const script = readRehearsalScript(assetsFolder);
    const refuseWhileOpen = (): void => {
      if (isOpenIn(folder)) throw new WorkbookError('locked', 'The rehearsal is open. Close it first.');
    };
    const parts = { script, example: exampleEdits(assetsFolder), ids, refuseWhileOpen };
    return makeRehearsal(folder, parts, control);
  }

  return {
    'open-rehearsal': async ({ folder: given, afresh = false }) => {
      refusePathFromPage(ports, given);
      const folder = path.resolve(given ?? rehearsalFolder(ports));
      const standing = await standingIn(folder, afresh);
      if (standing === 'open') return keeper.view();
      if (standing === 'to be made') await make(folder, unwatched);
      return keeper.open(folder);
    },
    'start-rehearsal': async ({ afresh = false }) => {
      const folder = path.resolve(rehearsalFolder(ports));
      if (making !== undefined && jobs.isRunning(making)) return { job: making };
      if ((await standingIn(folder, afresh)) !== 'to be made') return { job: null };
      making = jobs.start('rehearsal', async (control) => {
        await make(folder, control);
        return null;
      });
      return { job: making };
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
