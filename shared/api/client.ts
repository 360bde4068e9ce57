import { WorkbookError } from '../domain/workbookError.ts';
import type { InputOf, OutputOf } from './contract.ts';
import type { OperationName } from './operationNames.ts';
import type { WorkbookApi } from './workbookApi.ts';

/** Calls operations and turns refusals into `WorkbookError`, so that callers await a value or catch one error type. */
export type WorkbookClient = {
  readonly call: <Name extends OperationName>(name: Name, input: InputOf<Name>) => Promise<OutputOf<Name>>;
  readonly onBeforeClose: WorkbookApi['onBeforeClose'];
  /** As the host's own; null for every file where it cannot learn where they lie. */
  readonly grantFiles: (files: readonly unknown[]) => Promise<readonly (string | null)[]>;
};

/**
 * A client over any host's api.
 *
 * Its `call` throws WorkbookError with the reply's code and sentence when the operation was refused or failed.
 */
export function workbookClient(api: WorkbookApi): WorkbookClient {
  return {
    call: async (name, input) => {
      const reply = await api.operations[name](input);
      if (!reply.ok) throw new WorkbookError(reply.error.code, reply.error.message);
      return reply.value;
    },
    onBeforeClose: (flush) => api.onBeforeClose(flush),
    grantFiles: async (files) => (await api.grantFiles?.(files)) ?? files.map(() => null),
  };
}
