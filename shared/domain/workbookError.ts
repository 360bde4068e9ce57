/** Every way in which a request can be refused or fail that a person can do something about. */
export const errorCodes = [
  /** The input does not fit the operation's schema. */
  'invalid-input',
  /** The thing named does not exist, or not any more. */
  'not-found',
  /** No workbook is open. */
  'no-workbook',
  /** The folder holds no workbook: missing, empty, or another program's file. */
  'not-a-workbook',
  /** Made by a newer version of the program. Nothing was written. */
  'newer-version',
  /** Content does not agree with its fingerprints. Nothing was written. */
  'damaged',
  /** Another window or program has the workbook open. */
  'locked',
  /** The disk, or the space allowed, is full. */
  'disk-full',
  /** The place cannot be written to. */
  'read-only',
  /** The folder is kept in step by a network or a synchronising program. */
  'unsafe-folder',
  /** A file is there already and nobody said that it may be replaced. */
  'already-exists',
  /** Another program holds the target file open. */
  'file-in-use',
  /** A file is larger, or there are more of them, than is taken. */
  'too-large',
  /** A kind of file that is not taken as evidence. */
  'file-kind',
  /** A packet is encrypted, and no passphrase given opens it. */
  'wrong-passphrase',
  /** A packet belongs to another workbook. */
  'other-workbook',
  /** The person stopped it. */
  'cancelled',
  /** What the change was based on has moved on, so that it can't be undone or redone. */
  'stale',
  /** Not offered by this host, such as reading a path from inside a browser. */
  'not-here',
  /** The written file did not agree with what was meant. It was removed. */
  'check-failed',
  /** A fault of the program. Details are in the log. */
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** An expected failure, with a code for the program and a plain sentence for the person. */
export class WorkbookError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'WorkbookError';
    this.code = code;
  }
}
