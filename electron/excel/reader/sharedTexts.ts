import { excelUnescape } from '../../../shared/domain/exportModel/excelEscape.ts';
import type { CellContent } from '../../../shared/domain/returnWorkbook/readCell.ts';
import { readHostileXml } from './hostileXml.ts';
import { readerLimits } from './readerLimits.ts';
import { excessiveXlsx } from './xlsxRefusal.ts';

export type TextContent = Extract<CellContent, { readonly kind: 'text' }>;

/**
 * The texts that cells refer to by number, as what all cells of a text hold. Formatted texts lose their format, readings of
 * characters are left out.
 */
export function readSharedTexts(part: string, xml: Buffer): readonly TextContent[] {
  const texts: TextContent[] = [];
  const gathered = textGatherer();
  readHostileXml(part, xml, {
    open(name) {
      if (name === 'si') gathered.start();
      gathered.open(name);
    },
    text: gathered.text,
    close(name) {
      gathered.close(name);
      if (name !== 'si') return;
      if (texts.length >= readerLimits.texts) throw excessiveXlsx('too many texts');
      texts.push({ kind: 'text', text: gathered.finish() });
    },
  });
  return texts;
}

/** Puts together the text of one `<si>` or `<is>`. */
export function textGatherer() {
  let text = '';
  let isText = false;
  let inReading = false;
  return {
    start(): void {
      text = '';
    },
    open(name: string): void {
      if (name === 'rPh') inReading = true;
      if (name === 't') isText = true;
    },
    text(read: () => string): void {
      if (isText && !inReading) text += read();
    },
    close(name: string): void {
      if (name === 'rPh') inReading = false;
      if (name === 't') isText = false;
    },
    finish: (): string => excelUnescape(text),
  };
}
