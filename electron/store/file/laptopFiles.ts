import { z } from 'zod';
import { laptopSettingsSchema, type LaptopSettings } from '../../../shared/api/views/workbookView.ts';
import { laptopFile, type LaptopFile } from './laptopFile.ts';

/** A workbook that was opened on this computer. */
export const recentWorkbookEntrySchema = z.strictObject({
  folder: z.string().min(1),
  partnership: z.string(),
  round: z.string(),
  /** ISO 8601. */
  openedAt: z.string(),
});
export type RecentWorkbookEntry = z.infer<typeof recentWorkbookEntrySchema>;

const RECENT_KEPT = 20;

/** A file that was written before there was this setting keeps the others. */
const storedSettingsSchema = laptopSettingsSchema.extend({ singleKeys: z.boolean().default(true) });

/** The settings of this computer: who writes here, where second backups go. */
export function laptopSettingsFile(dataFolder: string): LaptopFile<LaptopSettings> {
  return laptopFile(dataFolder, 'settings.json', storedSettingsSchema, {
    author: '',
    secondBackupFolder: null,
    keepRecent: true,
    singleKeys: true,
  });
}

/** The workbooks opened on this computer, newest first. */
export function recentWorkbooksFile(dataFolder: string): LaptopFile<readonly RecentWorkbookEntry[]> {
  return laptopFile<readonly RecentWorkbookEntry[]>(
    dataFolder,
    'recent-workbooks.json',
    z.array(recentWorkbookEntrySchema),
    [],
  );
}

/** The list with `opened` at its top, each folder once. */
export function withOpened(
  recent: readonly RecentWorkbookEntry[],
  opened: RecentWorkbookEntry,
): readonly RecentWorkbookEntry[] {
  return [opened, ...recent.filter(({ folder }) => folder !== opened.folder)].slice(0, RECENT_KEPT);
}
