import { canonicalForm } from './canonicalForm.ts';
import type { ChangeRecord, FieldValue, UnsealedRecord } from './changeRecord.ts';

/** SHA-256 of a text's UTF-8 bytes in lower-case hexadecimal. A port: the model has no cryptography of its own. */
export type Sha256 = (text: string) => string;

/**
 * The record with texts in one Unicode form (NFC, no lone surrogates), parents sorted and without repeats, and its hash.
 *
 * Normalising before hashing makes the same words typed on Windows and on a Mac the same value.
 */
export function sealRecord(draft: UnsealedRecord, sha256: Sha256): ChangeRecord {
  const normal: UnsealedRecord = {
    ...draft,
    entityId: normalText(draft.entityId),
    author: normalText(draft.author),
    set: mapValues(draft.set, normalValue),
    parents: mapValues(draft.parents, (ids) => [...new Set(ids)].sort()),
  };
  return { ...normal, hash: sha256(canonicalForm(normal)) };
}

/** Whether the record's content still agrees with the hash it carries. */
export function isIntact(record: ChangeRecord, sha256: Sha256): boolean {
  const { hash, ...content } = record;
  return sha256(canonicalForm(content)) === hash;
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
