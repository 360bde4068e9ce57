/** What may be done with a file of a kind. */
export type AttachmentKind = {
  readonly mediaType: string;
  /** `open`: with the computer's own program. `save-a-copy`: stored, never opened from here. */
  readonly treatment: 'open' | 'save-a-copy';
  /** Whether the first bytes are those of the kind. */
  readonly fits: (start: Uint8Array) => boolean;
};

/** How much of a file's start `fits` needs to see, in bytes. */
export const START_BYTES = 4_096;

const office = 'application/vnd.openxmlformats-officedocument';
const openDocument = 'application/vnd.oasis.opendocument';

/**
 * The kinds that are taken as evidence, by the file name's extension. Everything that is not named here is refused: a
 * list of what is dangerous is never complete (reference: reliability, 2.10).
 *
 * Kinds that can carry programs (macros, archives, pages) are stored as evidence, and opened by the person elsewhere.
 */
const kinds: Readonly<Record<string, AttachmentKind>> = {
  pdf: open('application/pdf', contains('%PDF-')),
  docx: open(`${office}.wordprocessingml.document`, begins('PK\x03\x04')),
  xlsx: open(`${office}.spreadsheetml.sheet`, begins('PK\x03\x04')),
  pptx: open(`${office}.presentationml.presentation`, begins('PK\x03\x04')),
  odt: open(`${openDocument}.text`, begins('PK\x03\x04')),
  ods: open(`${openDocument}.spreadsheet`, begins('PK\x03\x04')),
  odp: open(`${openDocument}.presentation`, begins('PK\x03\x04')),
  txt: open('text/plain', isText),
  csv: open('text/csv', isText),
  rtf: open('application/rtf', begins('{\\rtf')),
  jpg: open('image/jpeg', begins('\xff\xd8\xff')),
  jpeg: open('image/jpeg', begins('\xff\xd8\xff')),
  png: open('image/png', begins('\x89PNG\r\n\x1a\n')),
  gif: open('image/gif', begins('GIF8')),
  webp: open('image/webp', begins('RIFF', 'WEBP', 8)),
  heic: open('image/heic', begins('', 'ftyp', 4)),
  tif: open('image/tiff', either(begins('II*\0'), begins('MM\0*'))),
  tiff: open('image/tiff', either(begins('II*\0'), begins('MM\0*'))),
  mp3: open('audio/mpeg', either(begins('ID3'), isMpegAudio)),
  m4a: open('audio/mp4', begins('', 'ftyp', 4)),
  mp4: open('video/mp4', begins('', 'ftyp', 4)),
  msg: open('application/vnd.ms-outlook', begins('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')),
  eml: open('message/rfc822', isText),

  doc: save('application/msword'),
  xls: save('application/vnd.ms-excel'),
  ppt: save('application/vnd.ms-powerpoint'),
  docm: save('application/vnd.ms-word.document.macroEnabled.12'),
  xlsm: save('application/vnd.ms-excel.sheet.macroEnabled.12'),
  xlsb: save('application/vnd.ms-excel.sheet.binary.macroEnabled.12'),
  pptm: save('application/vnd.ms-powerpoint.presentation.macroEnabled.12'),
  dotx: save(`${office}.wordprocessingml.template`),
  vsdx: save('application/vnd.ms-visio.drawing'),
  pub: save('application/vnd.ms-publisher'),
  mpp: save('application/vnd.ms-project'),
  pages: save('application/vnd.apple.pages'),
  numbers: save('application/vnd.apple.numbers'),
  key: save('application/vnd.apple.keynote'),
  zip: save('application/zip'),
  '7z': save('application/x-7z-compressed'),
  svg: save('image/svg+xml'),
  html: save('text/html'),
  htm: save('text/html'),
  xml: save('application/xml'),
  json: save('application/json'),
  md: save('text/markdown'),
  bmp: save('image/bmp'),
  wav: save('audio/wav'),
  mov: save('video/quicktime'),
};

/** The kind of a file by its name; undefined when it is not taken. */
export function attachmentKind(name: string): AttachmentKind | undefined {
  const extension = extensionOf(name);
  return Object.hasOwn(kinds, extension) ? kinds[extension] : undefined;
}

/** What follows the last dot, in lower case; empty without one. */
export function extensionOf(name: string): string {
  return /[^.]\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

function open(mediaType: string, fits: AttachmentKind['fits']): AttachmentKind {
  return { mediaType, treatment: 'open', fits };
}

function save(mediaType: string): AttachmentKind {
  return { mediaType, treatment: 'save-a-copy', fits: () => true };
}

type Fits = AttachmentKind['fits'];

/** `first` at the beginning and, where given, `then` at the byte `at`. Each character is one byte. */
function begins(first: string, then = '', at = 0): Fits {
  return (start) => latin1(start, 0, first.length) === first && latin1(start, at, then.length) === then;
}

function contains(mark: string): Fits {
  return (start) => latin1(start, 0, 1_024).includes(mark);
}

function either(one: Fits, other: Fits): Fits {
  return (start) => one(start) || other(start);
}

/** Text holds no zero byte, unless it says by its first two bytes that it is UTF-16. */
function isText(start: Uint8Array): boolean {
  const utf16 = latin1(start, 0, 2);
  return utf16 === '\xff\xfe' || utf16 === '\xfe\xff' || !start.includes(0);
}

/** Eleven set bits begin a frame of MPEG audio. */
function isMpegAudio(start: Uint8Array): boolean {
  return start[0] === 0xff && ((start[1] ?? 0) & 0xe0) === 0xe0;
}

function latin1(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}
