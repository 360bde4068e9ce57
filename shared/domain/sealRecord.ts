import { canonicalForm } from './canonicalForm.ts';
import type { ChangeRecord, FieldValue, UnsealedRecord } from './changeRecord.ts';

/** SHA-256 of a text's UTF-8 bytes in lower-case hexadecimal. A port: the model has no cryptography of its own. */
export type Sha256 = (text: string) => string;

/** The part of the canonical form that comes after the id. */
const PARENTS = ',"parents":';

/** The texts of records that were sealed or checked here: whoever does so writes them a moment later. */
const texts = new WeakMap<ChangeRecord, string>();

/**
 * The record with texts in one Unicode form (NFC, no lone surrogates), parents sorted and without repeats, and its hash.
 *
 * Normalising before hashing makes the same words typed on Windows and on a Mac the same value.
 */
export function sealRecord(draft: UnsealedRecord, sha256: Sha256): ChangeRecord {
  const normal = normalContent(draft);
  const text = canonicalForm(normal);
  const record = { ...normal, hash: sha256(text) };
  texts.set(record, text);
  return record;
}

/**
 * As `sealRecord`, of a record whose id follows from everything else that it says: `idOf` gets the canonical form of that.
 */
export function sealRecordById(
  draft: Omit<UnsealedRecord, 'id'>,
  idOf: (canonical: string) => string,
  sha256: Sha256,
): ChangeRecord {
  const normal = normalContent(draft);
  const rest = canonicalForm(normal);
  const id = idOf(rest);
  // Outside a text no quotation mark is without a backslash, so that this is where the parents begin.
  const parents = rest.indexOf(PARENTS);
  const text = `${rest.slice(0, parents)},"id":${JSON.stringify(id)}${rest.slice(parents)}`;
  const record = { ...normal, id, hash: sha256(text) };
  texts.set(record, text);
  return record;
}

function normalContent<Content extends Omit<UnsealedRecord, 'id'>>(draft: Content): Content {
  return {
    ...draft,
    entityId: normalText(draft.entityId),
    author: normalText(draft.author),
    set: mapValues(draft.set, normalValue),
    parents: mapValues(draft.parents, (ids) => [...new Set(ids)].sort()),
  };
}

/** The text of a record that its hash is the fingerprint of: the canonical form of all but the hash. */
export function sealedText(record: ChangeRecord): string {
  const { hash: _, ...content } = record;
  return texts.get(record) ?? canonicalForm(content);
}

/** A record by what a workbook finds it by, with its sealed text, which says everything. */
export type SealedChange = Pick<ChangeRecord, 'id' | 'entity' | 'entityId' | 'hash'> & {
  readonly text: string;
};

/** The same record, for whoever only keeps it or hands it on. */
export function sealedChange(record: ChangeRecord): SealedChange {
  const { id, entity, entityId, hash } = record;
  return { id, entity, entityId, hash, text: sealedText(record) };
}

/** Whether the record's content still agrees with the hash it carries. */
export function isIntact(record: ChangeRecord, sha256: Sha256): boolean {
  const { hash, ...content } = record;
  const text = canonicalForm(content);
  const isSame = sha256(text) === hash;
  if (isSame) texts.set(record, text);
  return isSame;
}

/** The record whose sealed text this is. The text is known to be one: this program wrote it. */
export function recordOfText(text: string, hash: string): ChangeRecord {
  // Written from a record that had been checked.
  const content = JSON.parse(text) as Omit<ChangeRecord, 'hash'>;
  const record = { ...content, hash };
  texts.set(record, text);
  return record;
}

/** A field value as it is stored: text in Unicode's composed form, with unpaired surrogates replaced. */
export function normalValue(value: FieldValue): FieldValue {
  return typeof value === 'string' ? normalText(value) : value;
}

function normalText(text: string): string {
  return text.toWellFormed().normalize('NFC');
}

function mapValues<From, To>(
  source: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(source).map(([name, value]) => [name, change(value)]));
}
