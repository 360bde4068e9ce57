import type { InputOf, OutputOf } from './contract.ts';
import type { OperationName } from './operationNames.ts';
import type { Reply } from './reply.ts';

/** One function for each operation. */
export type Operations = {
  readonly [Name in OperationName]: (input: InputOf<Name>) => Promise<Reply<OutputOf<Name>>>;
};

/**
 * What a page answers before it is closed: whether everything is saved, or that a passphrase which is kept nowhere is still
 * on the screen.
 */
export type BeforeClose = boolean | 'passphrase-shown';

/**
 * All that the renderer knows of the world.
 *
 * Electron's preload and the loopback client both have this shape; tests have it over the real dispatcher.
 */
export type WorkbookApi = {
  readonly operations: Operations;
  /**
   * Calls `flush` before the window closes; the host waits for it, and asks the person unless it answers true.
   * Answers a function that takes the listener away.
   */
  readonly onBeforeClose: (flush: () => Promise<BeforeClose>) => () => void;
  /**
   * Only where the host can learn where dropped files lie: answers, for each `File` of the page, what
   * `start-consolidation-preview` takes as `granted`; null for a file that lies nowhere, such as one out of an e-mail.
   */
  readonly grantFiles?: (files: readonly unknown[]) => Promise<readonly (string | null)[]>;
};
