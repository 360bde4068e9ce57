import { z } from 'zod';
import { fieldValueSchema } from '../domain/changeRecord.ts';
import { entityCatalogue, entityKinds } from '../domain/entityCatalogue.ts';
import { catalogueSchema } from '../domain/frameworkSchema.ts';
import { consolidationContract } from './consolidationContract.ts';
import type { OperationName } from './operationNames.ts';
import { returnContract } from './returnContract.ts';
import {
  evidenceFilterSchema,
  evidencePageSchema,
  evidenceSorts,
  evidenceViewSchema,
  linkTargetSchema,
} from './views/evidenceView.ts';
import { savedSchema } from './views/fieldView.ts';
import {
  matrixColumnKinds,
  matrixViewSchema,
  outcomesViewSchema,
  outcomeViewSchema,
} from './views/outcomeView.ts';
import { historyViewSchema, MOST_HITS, searchViewSchema } from './views/searchView.ts';
import {
  overviewViewSchema,
  qualityIndicatorViewSchema,
  questionViewSchema,
  walkViewSchema,
} from './views/walkView.ts';
import {
  backupViewSchema,
  jobViewSchema,
  laptopSettingsSchema,
  startViewSchema,
  workbookViewSchema,
} from './views/workbookView.ts';

/** What means the same after structured clone (Electron) and after JSON (loopback, terminal). */
type Portable =
  | string
  | number
  | boolean
  | null
  | readonly Portable[]
  | { readonly [name: string]: Portable | undefined };

type Operation = { readonly input: z.ZodType<Portable>; readonly output: z.ZodType<Portable> };

const nothing = z.strictObject({});
const done = z.strictObject({});
const id = z.string().min(1).max(400);
const folder = z.string().min(1).max(4_000);
/** The records whose values were on the screen, by field. Left out: whatever is live when the change is made. */
const seen = z.record(z.string(), z.array(z.string())).optional();
/** As whom; left out: the copy's own voice. */
const voice = z.string().min(1).max(120).optional();
const name = z.string().trim().min(1).max(200);

/** Every operation of the workbook: what it takes and what it answers. The only place where either is written down. */
export const contract = {
  'read-start': { input: nothing, output: startViewSchema },
  'create-workbook': {
    input: z.strictObject({
      partnership: name,
      round: name,
      author: z.string().trim().max(200),
      folder: folder.optional(),
    }),
    output: workbookViewSchema,
  },
  /** Opens the example, making it first when it is not there. */
  'open-example': {
    input: z.strictObject({ folder: folder.optional() }),
    output: workbookViewSchema,
  },
  /** Opens the workbook to practise bringing contributions together with; `afresh` makes it new, with its files. */
  'open-rehearsal': {
    input: z.strictObject({ folder: folder.optional(), afresh: z.boolean().optional() }),
    output: workbookViewSchema,
  },
  /**
   * Starts making the rehearsal, for `open-rehearsal` to open; no job where it is there and not wanted `afresh`. An open one
   * that is to be made afresh is closed first. Stopped or failing, what was there before is still there.
   */
  'start-rehearsal': {
    input: z.strictObject({ afresh: z.boolean().optional() }),
    output: z.strictObject({ job: z.string().nullable() }),
  },
  'open-workbook': { input: z.strictObject({ folder }), output: workbookViewSchema },
  /** Asks for a folder with the host's own dialog; null when the person changed their mind. */
  'choose-workbook': { input: nothing, output: z.strictObject({ folder: z.string().nullable() }) },
  'close-workbook': { input: nothing, output: done },
  /** Takes a workbook off the list of recent ones. The workbook itself stays where it is. */
  'forget-workbook': { input: z.strictObject({ folder }), output: done },
  'read-laptop-settings': { input: nothing, output: laptopSettingsSchema },
  'change-laptop-settings': { input: laptopSettingsSchema.partial(), output: laptopSettingsSchema },
  /** Asks for the second folder with the host's own dialog; unchanged when the person changes their mind. */
  'choose-second-backup-folder': { input: nothing, output: laptopSettingsSchema },

  'read-workbook': { input: nothing, output: workbookViewSchema },
  /** Puts away the notice of `read-workbook` once it has been read. */
  'dismiss-notice': { input: nothing, output: workbookViewSchema },
  'change-voice': {
    input: z.strictObject({ voice: z.string().min(1).max(120) }),
    output: workbookViewSchema,
  },
  /** The frameworks with this workbook's corrections and its own partners. */
  'read-catalogue': { input: nothing, output: catalogueSchema },
  'correct-framework-row': {
    input: z.strictObject({ row: id, set: entityCatalogue['framework-row'].partial(), seen }),
    output: savedSchema,
  },
  'read-overview': { input: nothing, output: overviewViewSchema },
  'read-walk': { input: nothing, output: walkViewSchema },
  'read-question': { input: z.strictObject({ question: id }), output: questionViewSchema },
  'read-quality-indicator': {
    input: z.strictObject({ qualityIndicator: id }),
    output: qualityIndicatorViewSchema,
  },
  'write-answer': {
    input: z.strictObject({ question: id, set: entityCatalogue.answer.partial(), voice, seen }),
    output: savedSchema,
  },
  'set-grade': {
    input: z.strictObject({
      qualityIndicator: id,
      set: entityCatalogue.grade.partial(),
      voice,
      seen,
    }),
    output: savedSchema,
  },
  /**
   * Sets fields of any entity of the entity catalogue; the id is given, or made when left out. `deleted`, given alone, deletes
   * it with all that stands in it.
   */
  edit: {
    input: z.strictObject({
      entity: id,
      entityId: id.optional(),
      set: z.record(z.string(), fieldValueSchema),
      seen,
    }),
    output: savedSchema,
  },

  'add-evidence': {
    input: z.strictObject({
      set: entityCatalogue.evidence.omit({ deleted: true }).partial(),
      links: z.array(linkTargetSchema).max(200).optional(),
    }),
    output: savedSchema,
  },
  'delete-evidence': { input: z.strictObject({ evidence: id, seen }), output: savedSchema },
  'link-evidence': {
    input: z.strictObject({ evidence: id, target: linkTargetSchema, linked: z.boolean() }),
    output: z.strictObject({ savedAt: z.string(), usedIn: z.number() }),
  },
  'list-evidence': {
    input: z.strictObject({
      filter: evidenceFilterSchema,
      sort: z.enum(evidenceSorts),
      descending: z.boolean(),
      offset: z.number().int().nonnegative(),
      limit: z.number().int().min(1).max(500),
    }),
    output: evidencePageSchema,
  },
  'read-evidence': { input: z.strictObject({ evidence: id }), output: evidenceViewSchema },
  'find-alike-evidence': {
    input: z.strictObject({ title: z.string().max(2_000), except: id.optional() }),
    output: z.strictObject({
      alike: z.array(z.strictObject({ evidenceId: z.string(), title: z.string(), why: z.string() })),
    }),
  },
  'read-outcomes': { input: nothing, output: outcomesViewSchema },
  'read-outcome': { input: z.strictObject({ outcome: id }), output: outcomeViewSchema },
  'read-matrix': {
    input: z.strictObject({ columns: z.enum(matrixColumnKinds) }),
    output: matrixViewSchema,
  },
  /** `among`: only entries of these kinds, the newest first. */
  search: {
    input: z.strictObject({
      text: z.string().max(500),
      limit: z.number().int().min(1).max(MOST_HITS),
      among: z.array(z.enum(entityKinds)).min(1).optional(),
    }),
    output: searchViewSchema,
  },
  'read-history': {
    input: z.strictObject({
      entity: id.optional(),
      entityId: id.optional(),
      field: id.optional(),
      before: z.number().int().positive().optional(),
      limit: z.number().int().min(1).max(200),
    }),
    output: historyViewSchema,
  },
  /** Makes a value of the history the live one by a new change; what stands now stays in the history. */
  'restore-value': { input: z.strictObject({ record: id, field: id }), output: savedSchema },
  /** Takes back the last change made on this copy since it was opened; null when there is none. */
  undo: { input: nothing, output: z.strictObject({ undone: z.string().nullable() }) },
  redo: { input: nothing, output: z.strictObject({ redone: z.string().nullable() }) },

  /** Asks for files with the host's own dialog and attaches them; an empty list when the person changed their mind. */
  'choose-attachments': {
    input: z.strictObject({ evidence: id }),
    output: z.strictObject({ attached: z.array(z.string()), refused: z.array(z.string()) }),
  },
  /** Takes a dropped or pasted file piece by piece; `token` is null for the first piece. */
  'stage-bytes': {
    input: z.strictObject({ token: id.nullable(), base64: z.string().max(2_000_000) }),
    output: z.strictObject({ token: z.string(), bytes: z.number() }),
  },
  'attach-staged': {
    input: z.strictObject({ evidence: id, token: id, name: z.string().max(500) }),
    output: savedSchema,
  },
  /** For scripts only: a page must not be able to read files by their path. */
  'attach-from-path': {
    input: z.strictObject({ evidence: id, path: folder }),
    output: savedSchema,
  },
  'save-attachment-copy': {
    input: z.strictObject({ attachment: id, path: folder.optional() }),
    output: z.strictObject({ path: z.string().nullable() }),
  },
  'open-attachment': { input: z.strictObject({ attachment: id }), output: done },

  /** Starts an export; without a path the host asks for one, and `job` is null when the person changed their mind. */
  'start-export': {
    input: z.strictObject({
      path: folder.optional(),
      replace: z.boolean().optional(),
      /** With it the file opens only with the password. */
      password: z.string().min(1).max(255).optional(),
    }),
    output: z.strictObject({ job: z.string().nullable() }),
  },
  'start-verification': { input: nothing, output: z.strictObject({ job: z.string() }) },
  'start-backup': { input: nothing, output: z.strictObject({ job: z.string() }) },
  'read-job': { input: z.strictObject({ job: id }), output: jobViewSchema },
  'cancel-job': { input: z.strictObject({ job: id }), output: done },
  'list-backups': {
    input: z.strictObject({ folder: folder.optional() }),
    output: z.strictObject({
      backups: z.array(backupViewSchema),
      /** Why the last backup is not in the second folder as well, as a sentence; null where it is, or there is none. */
      secondFolderProblem: z.string().nullable(),
    }),
  },
  /** Opens a backup as the workbook; what stood there is kept beside it as `before restoring …`. */
  'restore-backup': {
    input: z.strictObject({ folder: folder.optional(), backup: id }),
    output: workbookViewSchema,
  },
  'show-in-folder': { input: z.strictObject({ path: folder }), output: done },
  /** Writes text that could not be saved to a file that the person chooses. */
  'save-emergency-text': {
    input: z.strictObject({ text: z.string().max(5_000_000) }),
    output: z.strictObject({ path: z.string().nullable() }),
  },
  ...consolidationContract,
  ...returnContract,
} as const satisfies Record<OperationName, Operation>;

export type Contract = typeof contract;
export type InputOf<Name extends OperationName> = z.input<Contract[Name]['input']>;
export type ParsedInputOf<Name extends OperationName> = z.output<Contract[Name]['input']>;
export type OutputOf<Name extends OperationName> = z.output<Contract[Name]['output']>;
