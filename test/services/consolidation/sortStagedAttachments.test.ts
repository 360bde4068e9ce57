import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { STAGED_ATTACHMENTS } from '../../../electron/services/consolidation/checkedPackets.ts';
import {
  sortStagedAttachments,
  type SortedAttachments,
} from '../../../electron/services/consolidation/sortStagedAttachments.ts';
import { attachmentIdentity } from '../../../shared/domain/entityIdentity.ts';
import { sampleRecord } from '../../store/sampleWorkbook.ts';
import { temporaryFolder } from '../../store/temporaryFolder.ts';

const sha256 = 'ab'.repeat(32);

/** A file with `content` has arrived; `names` are what changes call it, one after the other. */
function sorted(content: string, names: readonly string[]): SortedAttachments {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, STAGED_ATTACHMENTS));
  writeFileSync(path.join(folder, STAGED_ATTACHMENTS, `0-${sha256}`), content);
  const records = names.map((name, index) =>
    sampleRecord(index + 1, 'attachment', attachmentIdentity('evidence-1', sha256), { name }),
  );
  return sortStagedAttachments(records, {
    sources: [],
    passphrases: [],
    workbook: null,
    folder,
    attachments: path.join(folder, 'attachments'),
  });
}

test('a file is taken whose name people have since agreed on without an ending', () => {
  expect(sorted('The minutes', ['minutes 871.txt', 'Agreed minutes'])).toEqual({
    wanted: [`0-${sha256}`],
    missingBefore: 1,
    ignored: [],
  });
});

test('a file of a kind that is not taken is named by its latest name', () => {
  expect(sorted('MZ', ['tool.exe', 'harmless.scr'])).toMatchObject({
    wanted: [],
    ignored: [{ what: 'harmless.scr' }],
  });
});

test('a file whose content is of none of the kinds that it was called is not taken', () => {
  expect(sorted('MZ', ['photo.png', 'Agreed photo'])).toMatchObject({ wanted: [] });
});
