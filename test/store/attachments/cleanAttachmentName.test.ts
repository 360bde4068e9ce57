import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachmentKind, extensionOf } from '../../../electron/store/attachments/attachmentKind.ts';
import {
  cleanAttachmentName,
  LONGEST_NAME,
} from '../../../electron/store/attachments/cleanAttachmentName.ts';
import { mayOpen } from '../../../electron/store/attachments/mayOpen.ts';

const cleaned: readonly [string, string][] = [
  ['report.pdf', 'report.pdf'],
  ['report\u202Exslx.exe', 'reportxslx.exe'],
  ['..\\..\\windows\\system32\\evil.pdf', '.._.._windows_system32_evil.pdf'],
  ['/etc/passwd', '_etc_passwd'],
  ['C:\\secret.txt', 'C__secret.txt'],
  ['name.txt:stream', 'name.txt_stream'],
  ['CON.txt', '_CON.txt'],
  ['con', '_con'],
  ['Lpt9.tar.gz', '_Lpt9.tar.gz'],
  ['com¹.txt', '_com¹.txt'],
  ['console.txt', 'console.txt'],
  ['report.pdf. . .', 'report.pdf'],
  ['   report.pdf', 'report.pdf'],
  ['report.exe\u0000.pdf', 'report.exe.pdf'],
  ['Cafe\u0301.pdf', 'Café.pdf'],
  ['half \ud83d.pdf', 'half \ufffd.pdf'],
  ['', 'file'],
  ['...', 'file'],
  ['\u200b\u2066', 'file'],
  ['a\u00a0\u2003b.txt', 'a b.txt'],
  [`${'x'.repeat(300)}.docx`, `${'x'.repeat(LONGEST_NAME - 5)}.docx`],
];

/** Texts rich in what makes names dangerous. */
const risky = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '\u202e',
        '\u2067',
        '..',
        '/',
        '\\',
        ':',
        'CON',
        'nul',
        'COM1',
        '.',
        ' ',
        '\0',
        '\ud800',
        'é',
        'e\u0301',
        '.pdf',
        '.exe',
        'x'.repeat(130),
      ),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('the name of an attachment', () => {
  it.each(cleaned)('%j is shown as %j', (name, shown) => {
    expect(cleanAttachmentName(name)).toBe(shown);
  });

  it('is a plain file name on every system, whatever was given', () => {
    fc.assert(
      fc.property(risky, (name) => {
        const clean = cleanAttachmentName(name);
        expect(clean).not.toBe('');
        expect(clean.length).toBeLessThanOrEqual(LONGEST_NAME);
        expect(clean).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\\/:*?"<>|]/u);
        expect(clean).not.toMatch(/^ |[. ]$/);
        expect(clean).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i);
        expect(clean.normalize('NFC')).toBe(clean);
        expect(cleanAttachmentName(clean)).toBe(clean);
      }),
      { seed: 2026, numRuns: 3_000 },
    );
  });

  it('keeps its extension when it is cut', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 121, maxLength: 400 }), (stem) => {
        expect(extensionOf(cleanAttachmentName(`a${stem}b.docx`))).toBe('docx');
      }),
      { seed: 2026, numRuns: 500 },
    );
  });
});

describe('the kind of an attachment', () => {
  it('is refused for everything that can run, by whatever name', () => {
    for (const extension of 'exe com bat cmd scr pif msi msp jar js jse vbs vbe wsf wsh ps1 psm1 hta chm lnk url iso img vhd one reg cpl dll sys xll application appref-ms library-ms search-ms settingcontent-ms diagcab theme gadget inf scf'.split(
      ' ',
    )) {
      expect(attachmentKind(`report.${extension}`)).toBeUndefined();
      expect(attachmentKind(`report.pdf.${extension.toUpperCase()}`)).toBeUndefined();
      expect(mayOpen(`report.${extension}`)).toBe(false);
    }
    for (const name of ['report', '.pdf', 'pdf', 'x.__proto__', 'x.constructor', 'x.toString'])
      expect(attachmentKind(name)).toBeUndefined();
  });

  it('is opened for documents and only saved for what can carry macros, pages or other files', () => {
    for (const name of ['a.pdf', 'a.DOCX', 'a.xlsx', 'a.jpg', 'a.txt', 'a.eml'])
      expect(mayOpen(name)).toBe(true);
    for (const name of ['a.docm', 'a.xlsm', 'a.zip', 'a.html', 'a.svg', 'a.doc']) {
      expect(attachmentKind(name)?.treatment).toBe('save-a-copy');
      expect(mayOpen(name)).toBe(false);
    }
  });
});
