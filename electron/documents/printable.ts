/** Signs that a .docx file cannot hold and that nobody sees. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** A text without what a .docx file cannot hold. */
export function printable(text: string): string {
  return text.toWellFormed().replace(unprintable, '');
}
