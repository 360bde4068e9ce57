import { Paragraph, TextRun, type IParagraphOptions } from 'docx';
import { printable } from './printable.ts';

/** A paragraph of one text; line feeds become line breaks. */
export function paragraphOf(
  text: string,
  options: IParagraphOptions = {},
  look: { bold?: boolean; size?: number } = {},
): Paragraph {
  const lines = printable(text).split(/\r\n|\r|\n/);
  return new Paragraph({
    ...options,
    children: lines.map(
      (line, index) => new TextRun({ ...look, text: line, ...(index === 0 ? {} : { break: 1 }) }),
    ),
  });
}
