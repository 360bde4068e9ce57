import { operationNames, type OperationName } from '../../shared/api/operationNames.ts';
import type { Logger } from '../../electron/services/ports.ts';
import type { Services } from '../../electron/services/services.ts';

export type ServiceCall = { readonly name: OperationName; readonly input: unknown };

/** Services that note each call and answer what `answer` says; by default an empty object. */
export function fakeServices(answer: (name: OperationName, input: unknown) => unknown = () => ({})): {
  readonly services: Services;
  readonly calls: ServiceCall[];
} {
  const calls: ServiceCall[] = [];
  const entries = operationNames.map((name) => [
    name,
    (input: unknown) => {
      calls.push({ name, input });
      return answer(name, input);
    },
  ]);
  // One function for each name, as Services asks; what they answer is the test's own business.
  return { services: Object.fromEntries(entries) as Services, calls };
}

export type LogLine = { readonly message: string; readonly cause: unknown };

/** A logger that keeps its lines for the test. */
export function fakeLogger(): { readonly logger: Logger; readonly lines: LogLine[] } {
  const lines: LogLine[] = [];
  const logger: Logger = {
    info: (message) => lines.push({ message, cause: undefined }),
    error: (message, cause) => lines.push({ message, cause }),
  };
  return { logger, lines };
}
