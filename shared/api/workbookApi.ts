import type { InputOf, OutputOf } from './contract.ts';
import type { OperationName } from './operationNames.ts';
import type { Reply } from './reply.ts';

/** One function for each operation. */
export type Operations = {
  readonly [Name in OperationName]: (input: InputOf<Name>) => Promise<Reply<OutputOf<Name>>>;
};

/**
 * All that the renderer knows of the world.
 *
 * Electron's preload and the loopback client both have this shape; tests have it over the real dispatcher.
 */
export type WorkbookApi = {
  readonly operations: Operations;
  /**
   * Calls `flush` before the window closes; the host waits for it, and keeps the window open when it answers false
   * (something could not be saved). Answers a function that takes the listener away.
   */
  readonly onBeforeClose: (flush: () => Promise<boolean>) => () => void;
};
