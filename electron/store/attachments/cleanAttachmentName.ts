/** The longest name that is kept, in UTF-16 code units and with the extension. */
export const LONGEST_NAME = 120;

/** Invisible characters, among them those that turn the reading direction round so that `…xslx.exe` reads `…exe.xlsx`. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const forbidden = /[\\/:*?"<>|]/g;
/** Names that Windows takes for devices, with any extension; the superscript digits count too. */
const device = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/**
 * The name under which an attachment is shown and saved: what a person recognises, and nothing that a computer takes for
 * anything else than a file name (reference: reliability, 2.10). Cleaning a clean name changes nothing.
 */
export function cleanAttachmentName(name: string): string {
  const visible = name
    .toWellFormed()
    .normalize('NFC')
    .replace(invisible, '')
    .replace(/\p{Zs}+/gu, ' ')
    .replace(forbidden, '_');
  const trimmed = withoutEdges(visible);
  const safe = device.test(trimmed) ? `_${trimmed}` : trimmed;
  return safe === '' ? 'file' : shortened(safe);
}

/** Windows drops dots and spaces at the end, so that the name would not be the one that was written. */
function withoutEdges(name: string): string {
  return name.replace(/^ +/, '').replace(/[. ]+$/, '');
}

function shortened(name: string): string {
  if (name.length <= LONGEST_NAME) return name;
  const extension = /\.[^. ]{1,10}$/.exec(name)?.[0] ?? '';
  // A cut through a pair of surrogates leaves half a character, which is taken off.
  const stem = name.slice(0, LONGEST_NAME - extension.length).replace(/[\uD800-\uDBFF]$/, '');
  const cut = extension === '' ? stem : stem.slice(0, name.length - extension.length);
  return withoutEdges(cut).normalize('NFC') + extension;
}
