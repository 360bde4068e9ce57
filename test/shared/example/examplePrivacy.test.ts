import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';

import { personalDataSigns } from '../../../shared/domain/personalDataWarning.ts';
import { example } from './readExample.ts';
import { documentText, documentsMissing, hasDocuments } from './sourceDocuments.ts';

/** The given and family names of the people that the documents name, as hashes: the names themselves stay out. */
const nameHashes = [
  '3ea5c4f908611f5a6eab0100146de63c8c36b6dc99f74ce658926e183b09157e',
  'e309c1f9b24761fd0728d4865017e67518a3bfa95a16428f6173382d47fdb342',
  'd98c7df1eb1e3b56d8030a694d8a368daf3cd5b5d84a8ad2e3c31f3925bc42b0',
  '9a78e887ef6e7479d3c269b40cdc5f3af63ebf832eaad3058372efd52941b0f5',
  '5d1152885e782498cbb04c50b723e109d9adbe7cff2479e8733edf10b9f5df5e',
  'f6cc1d908d2de5fc1ce9d76001446f91c57dbc538a8f7d002537072429da1a59',
  'f1797bb2b990232c9b636e090ac92c00f829d1d937fc447b23b14e694493bcac',
];

const everyText = JSON.stringify(example);

/** Which of the name hashes a word of the text has. */
function namesIn(text: string): readonly string[] {
  const words = new Set(text.toLowerCase().match(/[a-z]+/gu));
  const hashes = new Set(
    [...words].map((word) => createHash('sha256').update(`example name: ${word}`).digest('hex')),
  );
  return nameHashes.filter((hash) => hashes.has(hash));
}

describe('privacy of the example', () => {
  test('names nobody whom the documents name', () => {
    expect(namesIn(everyText)).toEqual([]);
  });

  test('the hashes are those of names that the documents have', ({ skip }) => {
    skip(!hasDocuments, documentsMissing);
    expect(namesIn(documentText())).toEqual(nameHashes);
  });

  test('has no e-mail address', () => {
    expect(everyText.match(/[\w.+-]+@[\w-]+\.[\w.-]+/gu)).toBeNull();
  });

  test('has nothing that looks like a person’s number or date of birth', () => {
    expect(personalDataSigns(everyText)).toEqual([]);
  });
});
