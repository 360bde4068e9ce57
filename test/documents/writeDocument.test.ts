import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { expect, it } from 'vitest';
import { checkDocument } from '../../electron/documents/checkDocument.ts';
import type { DocumentModel } from '../../electron/documents/documentModel.ts';
import { writeDocument } from '../../electron/documents/writeDocument.ts';

function modelOf(text: string): DocumentModel {
  return {
    title: 'What became of it',
    subtitle: text,
    owner: text,
    marking: text,
    blocks: [
      { kind: 'heading', text },
      { kind: 'paragraph', text },
      { kind: 'list', numbered: true, items: [text] },
      { kind: 'table', columns: [{ header: text, width: 1 }], rows: [[text]] },
    ],
  };
}

it('a document is XML that every program reads in all its parts, whatever was pasted into names', async () => {
  for (const text of [
    'from\u000Bslides',
    'no\uFFFEsign',
    'half \ud83d sign',
    'nul\u0000',
    'a < b & "c"\r\nd',
  ]) {
    const written = await writeDocument(modelOf(text));
    expect(() => checkDocument(written, modelOf(text))).not.toThrow();
    for (const [name, bytes] of Object.entries(unzipSync(written))) {
      if (!/\.(xml|rels)$/.test(name)) continue;
      const parser = new SaxesParser();
      parser.on('error', (cause) => {
        throw new Error(`${name}, ${JSON.stringify(text)}`, { cause });
      });
      parser.write(strFromU8(bytes)).close();
    }
  }
});
