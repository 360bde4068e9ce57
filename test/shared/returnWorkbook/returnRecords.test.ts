import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256OfText } from '../../../electron/store/file/sha256.ts';
import { canonicalForm } from '../../../shared/domain/canonicalForm.ts';
import { returnRecords } from '../../../shared/domain/returnWorkbook/returnRecords.ts';
import { sealRecord, sealedText } from '../../../shared/domain/sealRecord.ts';
import { propertyRuns } from '../../builders/propertyRuns.ts';
import { sampleManifest } from '../../excel/return/sampleReturnCopy.ts';

/** Also what the spelling of a record is made of. */
const words = fc
  .array(fc.oneof(fc.string(), fc.constantFrom(',"parents":', '\\', '"', '","parents":{}', '\ud800', 'é')))
  .map((some) => some.join(''));

describe('the changes of a returned workbook', () => {
  it('are sealed as every other change is, whatever is written in them', () => {
    fc.assert(
      fc.property(words, words, fc.constantFrom('title', 'shows', 'parents'), (author, value, field) => {
        const change = {
          entity: 'evidence',
          entityId: `e${value}`,
          field,
          value,
          parents: ['b'.repeat(32), 'a'.repeat(32)],
        } as const;
        const [record] = returnRecords([change], sampleManifest, author, sha256OfText);
        expect(record).toBeDefined();
        if (record === undefined) return;
        const { hash, ...content } = record;
        expect(sealRecord(content, sha256OfText)).toEqual(record);
        expect(sealedText(record)).toBe(canonicalForm(content));
        expect(hash).toBe(sha256OfText(canonicalForm(content)));
        const { id, ...rest } = content;
        expect(id).toBe(sha256OfText(`${sampleManifest.file}\n${canonicalForm(rest)}`).slice(0, 32));
      }),
      propertyRuns(300),
    );
  });
});
