import type { InputOf, OutputOf } from '../../../shared/api/contract.ts';
import { operationNames, type OperationName } from '../../../shared/api/operationNames.ts';
import type { BeforeClose, Operations, WorkbookApi } from '../../../shared/api/workbookApi.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';

/** What the test says that operations answer; a thrown WorkbookError becomes a refusal. */
export type Script = {
  readonly [Name in OperationName]?: (input: InputOf<Name>) => OutputOf<Name> | Promise<OutputOf<Name>>;
};

export type ScriptedApi = WorkbookApi & {
  /** Every call so far, in order. */
  readonly calls: readonly { readonly name: OperationName; readonly input: unknown }[];
  /** Does what the host does before it closes the window; answers whether it may. */
  readonly close: () => Promise<boolean>;
};

/** A host for component tests: it answers what the test says and refuses everything else. */
export function scriptedApi(script: Script): ScriptedApi {
  const calls: { readonly name: OperationName; readonly input: unknown }[] = [];
  const flushes = new Set<() => Promise<BeforeClose>>();
  const operations = Object.fromEntries(
    operationNames.map((name) => [
      name,
      async (input: unknown) => {
        calls.push({ name, input });
        try {
          // Each name has its own input type, which a loop over all names cannot keep apart.
          const answer = script[name] as ((input: unknown) => unknown) | undefined;
          if (answer === undefined) {
            throw new WorkbookError('not-here', `The test has no answer for ${name}`);
          }
          return { ok: true, value: await answer(input) };
        } catch (caught) {
          if (!(caught instanceof WorkbookError)) throw caught;
          return { ok: false, error: { code: caught.code, message: caught.message } };
        }
      },
    ]),
  );
  return {
    operations: operations as unknown as Operations, // One function for each name, made by the loop above.
    onBeforeClose: (flush) => {
      flushes.add(flush);
      return () => flushes.delete(flush);
    },
    calls,
    close: async () => {
      const answers = await Promise.all([...flushes].map((flush) => flush()));
      return answers.every((answer) => answer === true);
    },
  };
}
