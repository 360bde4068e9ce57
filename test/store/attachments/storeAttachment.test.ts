import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { attachmentFile } from '../../../electron/store/attachments/attachmentFile.ts';
import { copyAttachment } from '../../../electron/store/attachments/copyAttachment.ts';
import { isInStore } from '../../../electron/store/attachments/isInStore.ts';
import { openableCopy } from '../../../electron/store/attachments/openableCopy.ts';
import { discardStaged, stageBytes, stagedFile } from '../../../electron/store/attachments/stageBytes.ts';
import { storeAttachment } from '../../../electron/store/attachments/storeAttachment.ts';
import { sha256OfText } from '../../../electron/store/file/sha256.ts';
import { temporaryFolder } from '../temporaryFolder.ts';

const refusal = (code: string) => expect.objectContaining({ code });

function place(): {
  folder: string;
  file: (name: string, content: string | Uint8Array) => string;
  stored: () => string[];
} {
  const folder = temporaryFolder();
  const sources = temporaryFolder();
  return {
    folder,
    file: (name, content) => {
      writeFileSync(path.join(sources, name), content);
      return path.join(sources, name);
    },
    stored: () => readdirSync(path.join(folder, 'attachments')),
  };
}

describe('attaching a file', () => {
  it('keeps it under the fingerprint of its content, once, and leaves nothing else behind', () => {
    const { folder, file, stored } = place();
    const source = file('letter.txt', 'What the survey says');
    const sha256 = sha256OfText('What the survey says');
    expect(storeAttachment(folder, source, 'A letter?.txt')).toEqual({
      sha256,
      name: 'A letter_.txt',
      bytes: 20,
      mediaType: 'text/plain',
    });
    expect(storeAttachment(folder, source, 'again.csv').sha256).toBe(sha256);
    expect(stored()).toEqual([sha256]);
    expect(readdirSync(path.join(folder, 'work'))).toEqual([]);
    expect(isInStore(folder, sha256)).toBe(true);
  });

  it('says which file cannot be read, and nothing of the workbook’s folder', () => {
    const { folder, stored } = place();
    // Linux has it as an ordinary file whose beginning nobody can read.
    expect(() => storeAttachment(folder, '/proc/self/mem', 'letter.txt')).toThrow(
      expect.objectContaining({
        code: 'file-in-use',
        message: expect.stringMatching(/^letter\.txt was not attached: it cannot be read\./),
      }),
    );
    expect(stored()).toEqual([]);
  });

  it('mends a stored file that was damaged', () => {
    const { folder, file } = place();
    const source = file('letter.txt', 'words');
    const { sha256 } = storeAttachment(folder, source, 'letter.txt');
    writeFileSync(attachmentFile(folder, sha256), 'wards');
    storeAttachment(folder, source, 'letter.txt');
    expect(readFileSync(attachmentFile(folder, sha256), 'utf8')).toBe('words');
  });

  const kinds: readonly [string, string | Uint8Array, boolean][] = [
    ['a.pdf', '%PDF-1.7 and so on', true],
    ['a.pdf', 'MZ\x90\0 a program', false],
    ['a.docx', 'PK\x03\x04 parts', true],
    ['a.docx', '%PDF-1.7', false],
    ['a.png', Buffer.from('89504e470d0a1a0a00', 'hex'), true],
    ['a.png', Buffer.from('ffd8ffe000', 'hex'), false],
    ['a.txt', 'plain', true],
    ['a.txt', 'MZ\0\0', false],
    ['a.txt', Buffer.from('\ufeffnotes', 'utf16le'), true],
    ['a.xlsm', 'anything', true],
    ['a.exe', 'MZ', false],
    ['a.pdf.lnk', '%PDF-', false],
    ['a.txt', '', false],
  ];
  it.each(kinds)('%s with %j: taken %s', (name, content, taken) => {
    const { folder, file, stored } = place();
    const source = file('source', content);
    if (taken) {
      storeAttachment(folder, source, name);
      expect(stored()).toHaveLength(1);
    } else {
      expect(() => storeAttachment(folder, source, name)).toThrow(refusal('file-kind'));
      expect(existsSync(path.join(folder, 'attachments')) ? stored() : []).toEqual([]);
    }
  });

  it('refuses more than 50 MB, and more than 1 GB in one workbook', () => {
    const { folder, file } = place();
    const large = file('large.txt', 'x');
    truncateSync(large, 50 * 1024 * 1024 + 1);
    expect(() => storeAttachment(folder, large, 'large.txt')).toThrow(refusal('too-large'));
    mkdirSync(path.join(folder, 'attachments'), { recursive: true });
    const other = path.join(folder, 'attachments', 'a'.repeat(64));
    writeFileSync(other, '');
    truncateSync(other, 1024 * 1024 * 1024);
    expect(() => storeAttachment(folder, file('small.txt', 'x'), 'small.txt')).toThrow(/more than 1 GB/);
  });

  it('refuses a folder, a pipe’s absence of a file, and a file that is gone', () => {
    const { folder, file } = place();
    expect(() => storeAttachment(folder, path.dirname(file('x', 'x')), 'a.txt')).toThrow(
      refusal('file-kind'),
    );
    expect(() => storeAttachment(folder, '/no/such/file.txt', 'a.txt')).toThrow(refusal('not-found'));
  });

  it('says that the disk is full and leaves nothing behind', () => {
    const { folder, file } = place();
    const source = file('a.txt', 'x'.repeat(3_000_000));
    const script = `
      import { storeAttachment } from ${JSON.stringify(path.resolve('electron/store/attachments/storeAttachment.ts'))};
      try { storeAttachment(${JSON.stringify(folder)}, ${JSON.stringify(source)}, 'a.txt'); } catch (cause) { console.log(cause.code); }`;
    // A limit on the size of files is what a quota looks like; the shell's signal for it is ignored by Node.
    const said = execFileSync(
      'bash',
      [
        '-c',
        'ulimit -f 1024; trap "" XFSZ; exec "$0" --input-type=module-typescript -e "$1"',
        process.execPath,
        script,
      ],
      { encoding: 'utf8' },
    );
    expect(said.trim()).toBe('disk-full');
    expect(readdirSync(path.join(folder, 'work'))).toEqual([]);
    expect(readdirSync(path.join(folder, 'attachments'))).toEqual([]);
  });
});

describe('a file that comes in pieces', () => {
  it('is the pieces in their order, and is attached like any other', () => {
    const { folder } = place();
    const first = stageBytes(folder, null, Buffer.from('What the '), () => 'ab'.repeat(16));
    const second = stageBytes(folder, first.token, Buffer.from('survey says'), () => 'not asked');
    expect(second).toEqual({ token: first.token, bytes: 20 });
    expect(storeAttachment(folder, stagedFile(folder, first.token), 'letter.txt').bytes).toBe(20);
    discardStaged(folder, first.token);
    expect(() => stagedFile(folder, first.token)).toThrow(refusal('not-found'));
  });

  it('is refused under a token that was not given out', () => {
    const { folder } = place();
    expect(() => stageBytes(folder, 'cd'.repeat(16), Buffer.from('x'), () => '')).toThrow(
      refusal('not-found'),
    );
    expect(() => stageBytes(folder, '../../escape', Buffer.from('x'), () => '')).toThrow(
      refusal('invalid-input'),
    );
  });

  it('is let go when it is more than 50 MB', () => {
    const { folder } = place();
    const { token } = stageBytes(folder, null, Buffer.from('x'), () => 'ab'.repeat(16));
    truncateSync(stagedFile(folder, token), 50 * 1024 * 1024);
    expect(() => stageBytes(folder, token, Buffer.from('x'), () => '')).toThrow(refusal('too-large'));
    expect(() => stagedFile(folder, token)).toThrow(refusal('not-found'));
  });
});

describe('taking an attachment out', () => {
  it('makes a private read-only copy to open, under the clean name', () => {
    const { folder, file } = place();
    const { sha256 } = storeAttachment(folder, file('a', '%PDF-1.7'), 'a.pdf');
    const copy = openableCopy(folder, sha256, 'CON.pdf');
    expect(path.basename(copy)).toBe('_CON.pdf');
    expect(copy.startsWith(path.join(folder, 'work', 'open'))).toBe(true);
    expect(statSync(copy).mode & 0o777).toBe(0o400);
    expect(readFileSync(copy, 'utf8')).toBe('%PDF-1.7');
  });

  it('does not open what may only be saved, or what is not what its name says', () => {
    const { folder, file } = place();
    const { sha256 } = storeAttachment(folder, file('a', 'plain words'), 'a.txt');
    for (const name of ['a.xlsm', 'a.exe', 'a.html', 'a.pdf']) {
      expect(() => openableCopy(folder, sha256, name)).toThrow(refusal('file-kind'));
    }
  });

  it('refuses a damaged or missing content and keeps what stood at the target', () => {
    const { folder, file } = place();
    const { sha256 } = storeAttachment(folder, file('a', 'words'), 'a.txt');
    const target = file('target.txt', 'before');
    writeFileSync(attachmentFile(folder, sha256), 'wards');
    expect(() => copyAttachment(folder, sha256, target)).toThrow(refusal('damaged'));
    expect(() => copyAttachment(folder, 'b'.repeat(64), target)).toThrow(refusal('not-found'));
    expect(readFileSync(target, 'utf8')).toBe('before');
    expect(readdirSync(path.dirname(target)).toSorted()).toEqual(['a', 'target.txt']);
  });
});
