import { existsSync } from 'node:fs';
import path from 'node:path';
import { WORKBOOK_ENTITY_ID } from '../../../shared/domain/entityIdentity.ts';
import { workbookPaths } from '../../store/file/workbookPaths.ts';
import type { Ports } from '../ports.ts';
import { refusePathFromPage } from '../refusePathFromPage.ts';
import type { Services } from '../services.ts';
import type { WorkbookKeeper } from '../workbook/workbookKeeper.ts';
import { exampleEdits } from './exampleEdits.ts';
import { folderName } from './folderName.ts';
import type { Laptop } from './laptop.ts';
import { readStart, workbooksFolder } from './readStart.ts';

type StartOperation =
  | 'read-start'
  | 'create-workbook'
  | 'open-example'
  | 'open-workbook'
  | 'choose-workbook'
  | 'close-workbook'
  | 'forget-workbook'
  | 'read-laptop-settings'
  | 'change-laptop-settings'
  | 'choose-second-backup-folder';

/** Everything that can be done before a workbook is open. */
export function startServices(parts: {
  readonly ports: Ports;
  readonly laptop: Laptop;
  readonly keeper: WorkbookKeeper;
  readonly closeWorkbook: () => Promise<void>;
}): Pick<Services, StartOperation> {
  const { ports, laptop, keeper, closeWorkbook } = parts;

  return {
    'read-start': () => readStart(ports, laptop),
    'create-workbook': ({ partnership, round, author, folder }) => {
      refusePathFromPage(ports, folder);
      if (author !== '') laptop.changeSettings({ author });
      const place = folder ?? path.join(workbooksFolder(ports), folderName(`${partnership} ${round}`, ports));
      const set = { partnership, round, marking: 'OFFICIAL' };
      return keeper.create(place, 'new', [{ entity: 'workbook', entityId: WORKBOOK_ENTITY_ID, set }]);
    },
    'open-example': ({ folder }) => {
      refusePathFromPage(ports, folder);
      const place = folder ?? path.join(workbooksFolder(ports), 'Example');
      return existsSync(workbookPaths(place).database)
        ? keeper.open(place)
        : keeper.create(place, 'example', exampleEdits(ports.assetsFolder));
    },
    'open-workbook': ({ folder }) => keeper.open(folder),
    'choose-workbook': async () => ({ folder: await ports.dialogs.chooseFolder('Open a workbook’s folder') }),
    'close-workbook': async () => {
      await closeWorkbook();
      return {};
    },
    'forget-workbook': ({ folder }) => {
      laptop.forget(folder);
      return {};
    },
    'read-laptop-settings': () => laptop.settings(),
    'change-laptop-settings': ({ author, secondBackupFolder, keepRecent, singleKeys }) => {
      refusePathFromPage(ports, secondBackupFolder ?? undefined);
      return laptop.changeSettings({
        ...(author === undefined ? {} : { author }),
        ...(secondBackupFolder === undefined ? {} : { secondBackupFolder }),
        ...(keepRecent === undefined ? {} : { keepRecent }),
        ...(singleKeys === undefined ? {} : { singleKeys }),
      });
    },
    'choose-second-backup-folder': async () => {
      const secondBackupFolder = await ports.dialogs.chooseFolder('A second folder for backups');
      return secondBackupFolder === null ? laptop.settings() : laptop.changeSettings({ secondBackupFolder });
    },
  };
}
