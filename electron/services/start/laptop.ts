import type { LaptopSettings } from '../../../shared/api/views/workbookView.ts';
import {
  laptopSettingsFile,
  recentWorkbooksFile,
  withOpened,
  type RecentWorkbookEntry,
} from '../../store/file/laptopFiles.ts';
import type { Logger } from '../ports.ts';

/** What belongs to this computer and not to a workbook: settings and the list of recent workbooks. */
export type Laptop = ReturnType<typeof laptop>;

/** Reads this computer's files in `dataFolder`. A list that can't be written must not stop anybody from working. */
export function laptop(dataFolder: string, logger: Logger) {
  const settingsFile = laptopSettingsFile(dataFolder);
  const recentFile = recentWorkbooksFile(dataFolder);
  let settings = settingsFile.read();

  function writeRecent(entries: readonly RecentWorkbookEntry[]): void {
    try {
      recentFile.write(entries);
    } catch (cause) {
      logger.error('The list of recent workbooks could not be written', cause);
    }
  }

  return {
    settings: (): LaptopSettings => settings,
    changeSettings(change: Partial<LaptopSettings>): LaptopSettings {
      const changed = { ...settings, ...change };
      settingsFile.write(changed);
      settings = changed;
      if (!changed.keepRecent) writeRecent([]);
      return changed;
    },
    recent: (): readonly RecentWorkbookEntry[] => recentFile.read(),
    noteOpened(entry: RecentWorkbookEntry): void {
      if (settings.keepRecent) writeRecent(withOpened(recentFile.read(), entry));
    },
    forget(folder: string): void {
      writeRecent(recentFile.read().filter((entry) => entry.folder !== folder));
    },
  };
}
