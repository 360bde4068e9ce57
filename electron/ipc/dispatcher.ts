import type { ZodError } from 'zod';

import { contract } from '../../shared/api/contract.ts';
import type { OperationName } from '../../shared/api/operationNames.ts';
import type { Reply } from '../../shared/api/reply.ts';
import { WorkbookError } from '../../shared/domain/workbookError.ts';
import { tooLongFields } from '../services/changes/tooLongFields.ts';
import type { Logger } from '../services/ports.ts';
import type { Services } from '../services/services.ts';
import { portableProblem } from './portableProblem.ts';
import { replyErrorOf } from './replyErrorOf.ts';

/** Answers one request of a page or a script. Never rejects: whatever goes wrong is in the reply. */
export type Dispatch = (name: unknown, input: unknown) => Promise<Reply<unknown>>;

export type DispatcherOptions = {
  /** Also parse what the services answer. For development and tests: in use it would cost time and save nobody. */
  readonly checkOutput?: boolean;
  /** Operations that this host does not offer; they answer `not-here`. */
  readonly withheld?: readonly OperationName[];
};

/**
 * The one way into the services from outside, the same for every host.
 *
 * Name and input are taken as hostile: the name must be in the contract, the input must be plain data of bounded size
 * that fits the operation's schema, with no key too many. A WorkbookError crosses with its code and sentence; of anything
 * else only a plain sentence crosses and the details go to the log.
 */
export function createDispatcher(
  services: Services,
  logger: Logger,
  options: DispatcherOptions = {},
): Dispatch {
  return async (name, input) => {
    if (!isOperationName(name))
      return refused('invalid-input', 'The program was asked for something it does not know.');
    if (options.withheld?.includes(name))
      return refused('not-here', 'This can only be done from a terminal.');
    const problem = portableProblem(input);
    if (problem !== null)
      return refused('invalid-input', `The input of “${name}” can’t be taken: ${problem}.`);
    const parsed = contract[name].input.safeParse(input);
    if (!parsed.success) {
      const tooLong = tooLongFields(parsed.error, ([place, field]) => (place === 'set' ? field : undefined));
      return refused(
        'invalid-input',
        tooLong ?? `The input of “${name}” does not fit: ${issuesInWords(parsed.error)}.`,
      );
    }
    try {
      const value = await callService(services, name, parsed.data);
      return {
        ok: true,
        value: options.checkOutput === true ? contract[name].output.parse(value) : value,
      };
    } catch (cause) {
      const error = replyErrorOf(cause);
      if (cause instanceof WorkbookError) logger.info(`${name}: ${cause.code}`);
      else logger.error(`${name}: ${error.code}`, cause);
      return { ok: false, error };
    }
  };
}

function isOperationName(name: unknown): name is OperationName {
  return typeof name === 'string' && Object.hasOwn(contract, name);
}

function callService(services: Services, name: OperationName, input: unknown): unknown {
  // The input was parsed by this very operation's schema a moment ago; TypeScript can't follow that through a union of names.
  const service = services[name] as (input: unknown) => unknown;
  return service(input);
}

function refused(code: 'invalid-input' | 'not-here', message: string): Reply<unknown> {
  return { ok: false, error: { code, message } };
}

/** The first few things that are wrong, by field. Values are left out: a refusal may be logged or shown. */
function issuesInWords(error: ZodError): string {
  const shown = error.issues.slice(0, 3).map((issue) => {
    const field = issue.path.map(String).join('.').slice(0, 80);
    const words = issue.message.replace(/^Invalid input: /, '').slice(0, 160);
    return field === '' ? words : `${field}: ${words}`;
  });
  const more = error.issues.length - shown.length;
  return shown.join('; ') + (more > 0 ? `; and ${more} more` : '');
}
