import { z } from 'zod';
import { contract, type InputOf } from '../../shared/api/contract.ts';
import { operationNames, type OperationName } from '../../shared/api/operationNames.ts';

type Naming = {
  readonly [Name in OperationName]: { readonly name: Name; readonly input: InputOf<Name> };
}[OperationName];

const file = '/tmp/named by the page';
const id = 'any';

/** By operation and field: a call with a path that a page must not name, because it would be read or written there. */
export const refusedFromPage: Readonly<Record<string, Naming>> = {
  'create-workbook.folder': {
    name: 'create-workbook',
    input: { partnership: 'North', round: '2026-27', author: '', folder: file },
  },
  'open-example.folder': { name: 'open-example', input: { folder: file } },
  'open-rehearsal.folder': { name: 'open-rehearsal', input: { folder: file, afresh: true } },
  'change-laptop-settings.secondBackupFolder': {
    name: 'change-laptop-settings',
    input: { secondBackupFolder: file },
  },
  'create-from-packet.path': { name: 'create-from-packet', input: { author: '', path: file } },
  'create-from-packet.folder': { name: 'create-from-packet', input: { author: '', folder: file } },
  'attach-from-path.path': { name: 'attach-from-path', input: { evidence: id, path: file } },
  'save-attachment-copy.path': { name: 'save-attachment-copy', input: { attachment: id, path: file } },
  'start-export.path': { name: 'start-export', input: { path: file } },
  'start-hand-over.path': {
    name: 'start-hand-over',
    input: { part: { kind: 'everything' }, attachments: true, passphrase: null, path: file },
  },
  'start-consolidation-preview.paths': { name: 'start-consolidation-preview', input: { paths: [file] } },
  'start-not-taken-sheet.path': {
    name: 'start-not-taken-sheet',
    input: { from: { kind: 'preview', job: id }, path: file },
  },
  'start-hand-back.folder': {
    name: 'start-hand-back',
    input: { contributors: [{ replica: id, author: '' }], attachments: true, passphrase: null, folder: file },
  },
  'start-return-copy.path': { name: 'start-return-copy', input: { path: file } },
};

/** Paths that a page may name, and why. */
export const allowedFromPage: Readonly<Record<string, string>> = {
  'link-evidence.target': 'an entry of the workbook, not a file',
  'open-workbook.folder': 'a workbook of this laptop, from its list or from the dialog',
  'forget-workbook.folder': 'only compared with the list',
  'list-backups.folder': 'backups of a workbook of this laptop that does not open',
  'restore-backup.folder': 'the same',
  'show-in-folder.path': 'nothing is read; the desktop port refuses what the person did not choose',
  'keep-settlement-draft.draft': 'texts that somebody writes, not files',
  'start-consolidation-preview.leaveOut': 'only compared with what lies on the desk',
};

/** Every field of the contract's inputs that holds a path, by its name or by the length that only paths have. */
export function pathsInContract(): readonly string[] {
  return operationNames.flatMap((name) =>
    pathFields(z.toJSONSchema(contract[name].input, { io: 'input', unrepresentable: 'any' })).map(
      (field) => `${name}.${field}`,
    ),
  );
}

const PATH_LENGTH = 4_000;
const pathName = /path|folder|file|directory|target|place/i;

function pathFields(schema: unknown): readonly string[] {
  const properties = partOf(schema, 'properties');
  if (typeof properties !== 'object' || properties === null) return [];
  return Object.entries(properties).flatMap(([field, inner]) =>
    (pathName.test(field) && couldBeText(inner)) ||
    JSON.stringify(inner).includes(`"maxLength":${PATH_LENGTH}}`)
      ? [field]
      : [],
  );
}

function couldBeText(schema: unknown): boolean {
  return JSON.stringify(schema).includes('"string"');
}

function partOf(schema: unknown, name: string): unknown {
  return typeof schema === 'object' && schema !== null && name in schema
    ? // Its name was just found in it.
      (schema as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
