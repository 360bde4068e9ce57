import { Paragraph, TextRun, type IParagraphOptions } from 'docx';

/** Signs that a .docx file cannot hold and that nobody sees. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** A paragraph of one text; line feeds become line breaks. */
export function paragraphOf(
  text: string,
  options: IParagraphOptions = {},
  look: { bold?: boolean; size?: number } = {},
): Paragraph {
  const lines = text
    .toWellFormed()
    .replace(unprintable, '')
    .split(/\r\n|\r|\n/);
  return new Paragraph({
    ...options,
    children: lines.map(
      (line, index) => new TextRun({ ...look, text: line, ...(index === 0 ? {} : { break: 1 }) }),
    ),
  });
}
