import type { Page } from 'playwright-core';

import type { InputOf, OutputOf } from '../../shared/api/contract.ts';
import type { OperationName } from '../../shared/api/operationNames.ts';
import type { Reply } from '../../shared/api/reply.ts';

/** Calls an operation as the page does, through the preload. */
export function callOperation<Name extends OperationName>(
  page: Page,
  name: Name,
  input: InputOf<Name>,
): Promise<Reply<OutputOf<Name>>> {
  // The preload's functions are looked up by name in the page, where TypeScript does not follow.
  return page.evaluate(
    ([operation, given]) => {
      const host = (
        window as unknown as { workbookHost: { operations: Record<string, (input: unknown) => unknown> } }
      ).workbookHost;
      return host.operations[operation as string]?.(given);
    },
    [name, input] as const,
  ) as Promise<Reply<OutputOf<Name>>>;
}

/** The same, for a call that must not be refused. */
export async function answered<Name extends OperationName>(
  page: Page,
  name: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  const reply = await callOperation(page, name, input);
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code}: ${reply.error.message}`);
  return reply.value;
}
