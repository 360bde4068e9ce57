/**
 * What a workbook from somebody else may hold before it is refused. A workbook to fill in for the whole framework with ten
 * thousand rows stays far below.
 */
export const readerLimits = {
  /** The file itself, in bytes. With a password it is in memory several times over. */
  file: 32 * 1024 ** 2,
  parts: 2_000,
  /** One part unpacked, and all that are read together. */
  part: 40 * 1024 ** 2,
  unpacked: 120 * 1024 ** 2,
  /** How far a part of more than `ratioFrom` bytes may unpack. */
  ratio: 200,
  ratioFrom: 1024 ** 2,
  depth: 64,
  /** Of one element. */
  attributes: 100,
  sheets: 20,
  rows: 50_000,
  columns: 200,
  /** Cells seen in all, empty ones too. */
  cells: 5_000_000,
  /** Texts that cells refer to. */
  texts: 1_000_000,
  /** Cells with something in them, of all sheets. */
  filledCells: 600_000,
  /** Rounds of the password's hash, several times half a second a hundred thousand; Excel and LibreOffice write 100,000. */
  passwordRounds: 250_000,
} as const;
