/** Time comes in from outside, so that tests and scripts can set it. */
export type Clock = { readonly now: () => Date };

/**
 * Does something once so many milliseconds have passed, unless what it answers is called before. It keeps no program from
 * ending.
 */
export type Later = (milliseconds: number, work: () => void) => () => void;

/** Randomness: `bytes` random bytes in lower-case hexadecimal. */
export type IdSource = { readonly randomHex: (bytes: number) => string };

/** The host's own dialogs. Every function answers null when the person changed their mind. */
export type FileDialogs = {
  readonly chooseFolder: (title: string) => Promise<string | null>;
  readonly chooseFiles: (title: string) => Promise<readonly string[] | null>;
  readonly chooseSavePath: (title: string, suggestedName: string) => Promise<string | null>;
};

/** A local log. It never carries content: ids, counts, codes and error details only. */
export type Logger = {
  readonly info: (message: string) => void;
  readonly error: (message: string, cause?: unknown) => void;
};

/** What the host can do with files beside choosing them. */
export type Desktop = {
  readonly openFile: (path: string) => Promise<void>;
  readonly showInFolder: (path: string) => Promise<void>;
};

/** Everything the services need from outside. */
export type Ports = {
  readonly clock: Clock;
  /** For what the program does by itself, a while after somebody did something. */
  readonly later: Later;
  readonly ids: IdSource;
  readonly dialogs: FileDialogs;
  readonly desktop: Desktop;
  /**
   * Where the host learns by itself where a dropped file lies: its path by what the page was given for it, once. The page
   * names no path and is told none.
   */
  readonly grantedFile?: (token: string) => string | undefined;
  readonly logger: Logger;
  readonly host: 'electron' | 'browser' | 'terminal';
  readonly appVersion: string;
  /** Folder for workbooks, settings and log; local to this computer and user. */
  readonly dataFolder: string;
  /** Built worker entries by name, or their TypeScript sources: `workerPath('exportWorker')`. */
  readonly workerPath: (name: string) => string;
  /** Folder with the shipped example and other files of `assets/`. */
  readonly assetsFolder: string;
};
