import { excelUnescape } from '../../../shared/domain/exportModel/excelEscape.ts';
import { readHostileXml } from './hostileXml.ts';
import { readerLimits } from './readerLimits.ts';
import { excessiveXlsx } from './xlsxRefusal.ts';

/** The texts that cells refer to by number. Formatted texts lose their format, readings of characters are left out. */
export function readSharedTexts(part: string, xml: string): readonly string[] {
  const texts: string[] = [];
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
      texts.push(gathered.finish());
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
    text(piece: string): void {
      if (isText && !inReading) text += piece;
    },
    close(name: string): void {
      if (name === 'rPh') inReading = false;
      if (name === 't') isText = false;
    },
    finish: (): string => excelUnescape(onItsOwn(text)),
  };
}

/** V8 copies pieces of texts that are shorter than this by itself. */
const LONGEST_COPIED = 12;

/** A longer piece of a text keeps the whole of it in memory, here a part of many megabytes; a copy does not. */
export function onItsOwn(text: string): string {
  return text.length <= LONGEST_COPIED ? text : Buffer.from(text).toString();
}
