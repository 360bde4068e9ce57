import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { WorkbookError } from '../../shared/domain/workbookError.ts';
import type { DocumentModel } from './documentModel.ts';

const PARTS = ['[Content_Types].xml', 'word/document.xml', 'word/styles.xml'] as const;

/**
 * Opens a written document again and looks whether it holds what was meant.
 *
 * @throws WorkbookError `check-failed`.
 */
export function checkDocument(bytes: Uint8Array, { title, blocks }: DocumentModel): void {
  try {
    const parts = unzipSync(bytes);
    const [, text] = PARTS.map((name) => textOf(parts[name], name));
    const count = (what: RegExp): number => text?.split(what).length ?? 0;
    const tables = blocks.filter(({ kind }) => kind === 'table').length;
    const headings = blocks.filter(({ kind }) => kind === 'heading').length;
    if (text === undefined || !wordsOf(text).startsWith(title)) throw new Error('The title is not there');
    if (count(/<w:tbl>/) - 1 !== tables || count(/<w:pStyle w:val="Heading2"\/>/) - 1 !== headings)
      throw new Error('Headings or tables are not there');
  } catch (cause) {
    throw new WorkbookError(
      'check-failed',
      'The written note was opened again, and it does not read as it should. It was removed. Try again, or choose another place.',
      { cause },
    );
  }
}

/** The text of a part, which has to be well-formed. */
function textOf(part: Uint8Array | undefined, name: string): string {
  if (part === undefined) throw new Error(`There is no ${name}`);
  const text = new TextDecoder('utf-8', { fatal: true }).decode(part);
  const parser = new SaxesParser();
  parser.on('error', (cause) => {
    throw cause;
  });
  parser.write(text).close();
  return text;
}

function wordsOf(xml: string): string {
  const words: string[] = [];
  const parser = new SaxesParser();
  parser.on('text', (text) => words.push(text));
  parser.write(xml).close();
  return words.join('').trim();
}
