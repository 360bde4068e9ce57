import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  clearUnsettledAttachments,
  takeInAttachments,
} from '../../../electron/store/consolidation/takeInAttachments.ts';
import { sha256OfText } from '../../../electron/store/file/sha256.ts';
import { recordWriter } from '../../../electron/store/recordWriter.ts';
import { makeSampleWorkbook, sampleRecord, withOpen } from '../sampleWorkbook.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

/** A workbook and two files that wait beside it, by their fingerprints. */
function waiting() {
  const folder = path.join(temporaryFolder(), 'workbook');
  makeSampleWorkbook(folder, 1);
  const staged = `${folder}-staged`;
  mkdirSync(staged);
  const files = new Map(
    ['first', 'second'].map((words) => {
      const file = path.join(staged, words);
      writeFileSync(file, words);
      return [sha256OfText(words), file] as const;
    }),
  );
  return { folder, staged, files, attached: () => readdirSync(path.join(folder, 'attachments')).toSorted() };
}

describe('files that come with a consolidation', () => {
  it('stay when it is in, and leave no note', () => {
    const { folder, files, attached } = waiting();
    const { count, settle } = takeInAttachments(folder, files);
    settle();
    expect(count).toBe(2);
    expect(attached()).toEqual([...files.keys()].toSorted());
    withOpen(folder, (database) => clearUnsettledAttachments(database, folder));
    expect(attached()).toHaveLength(2);
  });

  it('go back to where they waited when it is not, and what was there before stays', () => {
    const { folder, staged, files, attached } = waiting();
    writeFileSync(path.join(folder, 'attachments', sha256OfText('first')), 'first');
    const { count, takeBack } = takeInAttachments(folder, files);
    takeBack();
    expect(count).toBe(1);
    expect(attached()).toEqual([sha256OfText('first')]);
    expect(readFileSync(path.join(staged, 'second'), 'utf8')).toBe('second');
  });

  it('that no change refers to go at the next opening after a power cut in between', () => {
    const { folder, files, attached } = waiting();
    takeInAttachments(folder, files);
    const sha256 = sha256OfText('second');
    withOpen(folder, (database) => {
      const set = { name: 'second.txt', bytes: 6, mediaType: 'text/plain' };
      recordWriter(database).write([{ record: sampleRecord(99, 'attachment', `evidence-0#${sha256}`, set) }]);
      clearUnsettledAttachments(database, folder);
    });
    expect(attached()).toEqual([sha256]);
    expect(existsSync(path.join(folder, 'consolidating.json'))).toBe(false);
  });
});
