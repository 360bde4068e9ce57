import { z } from 'zod';

export const recentWorkbookSchema = z.strictObject({
  folder: z.string(),
  partnership: z.string(),
  round: z.string(),
  /** When it was last opened, ISO 8601. */
  openedAt: z.string(),
  lastBackupAt: z.string().nullable(),
  /** Whether the folder is still there. */
  present: z.boolean(),
});

export const startViewSchema = z.strictObject({
  recent: z.array(recentWorkbookSchema),
  /** Where workbooks are kept on this computer. */
  dataFolder: z.string(),
  /** A plain sentence on why new workbooks can't be kept there, or null. */
  dataFolderProblem: z.string().nullable(),
  appVersion: z.string(),
  /** `electron` has dialogs of its own; `browser` types paths; `terminal` is a script. */
  host: z.enum(['electron', 'browser', 'terminal']),
  author: z.string(),
  /** Whether a rehearsal has been made on this computer, which could be started afresh. */
  hasRehearsal: z.boolean(),
});
export type StartView = z.infer<typeof startViewSchema>;

export const laptopSettingsSchema = z.strictObject({
  /** The name written into each change on this computer. */
  author: z.string().max(200),
  /** A second folder for verified backups, or null. */
  secondBackupFolder: z.string().nullable(),
  /** Whether the list of recent workbooks is kept. */
  keepRecent: z.boolean(),
  /** Whether single letters and digits work as keys: they can be turned off for speech input and unsteady hands. */
  singleKeys: z.boolean(),
});
export type LaptopSettings = z.infer<typeof laptopSettingsSchema>;

export const checkStateSchema = z.enum(['checking', 'sound', 'damaged']);
export type CheckState = z.infer<typeof checkStateSchema>;

export const workbookViewSchema = z.strictObject({
  id: z.string(),
  folder: z.string(),
  partnership: z.string(),
  round: z.string(),
  marking: z.string(),
  retentionReview: z.string(),
  note: z.string(),
  /** `partnership` or a partner's id: as whom this copy speaks. */
  voice: z.string(),
  voiceName: z.string(),
  author: z.string(),
  /** See the settings of this computer. */
  singleKeys: z.boolean(),
  replica: z.string(),
  createdFromExample: z.boolean(),
  /** Whether it is a rehearsal: it comes with packets and a returned workbook to practise on. */
  isRehearsal: z.boolean(),
  /** What the person should know although the workbook could be opened, as a sentence; null for nothing. */
  notice: z.string().nullable(),
  /** The background check of every fingerprint since it was opened. */
  check: checkStateSchema,
  lastSavedAt: z.string().nullable(),
  lastBackupAt: z.string().nullable(),
  counts: z.strictObject({
    records: z.number(),
    evidence: z.number(),
    conflicts: z.number(),
    deferred: z.number(),
    /** Changes that nobody else has been given in a packet. */
    notHandedOver: z.number(),
  }),
  undo: z.string().nullable(),
  redo: z.string().nullable(),
});
export type WorkbookView = z.infer<typeof workbookViewSchema>;

export const backupViewSchema = z.strictObject({
  name: z.string(),
  madeAt: z.string(),
  reason: z.string(),
  bytes: z.number(),
  answers: z.number(),
  evidence: z.number(),
  verified: z.boolean(),
});
export type BackupView = z.infer<typeof backupViewSchema>;

export const jobViewSchema = z.strictObject({
  id: z.string(),
  kind: z.enum([
    'export',
    'verification',
    'backup',
    'hand-over',
    'consolidation-preview',
    'consolidation',
    'undo-consolidation',
    'return-copy',
    'hand-back',
    'not-taken-sheet',
    'rehearsal',
  ]),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  /** 0 to 1. */
  progress: z.number(),
  /** What is being done, in words. */
  step: z.string(),
  error: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
  receipt: z
    .strictObject({
      path: z.string(),
      /** What was counted in the finished file, in the order it is shown: "Answers" 212. */
      counts: z.array(z.strictObject({ name: z.string(), count: z.number() })),
      fingerprint: z.string(),
      /** Changes made to texts so that the file can be read, such as long text carried on in a further row. */
      notes: z.array(z.string()),
      finishedAt: z.string(),
    })
    .nullable(),
});
export type JobView = z.infer<typeof jobViewSchema>;
