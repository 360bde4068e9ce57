import type { OperationName } from '../../shared/api/operationNames.ts';
import type { Services } from './services.ts';
import type { WorkbookKeeper } from './workbook/workbookKeeper.ts';

/** Operations that look into no workbook, or that put an end to what holds it. */
const neverWaiting: ReadonlySet<string> = new Set<OperationName>([
  'read-start',
  'read-laptop-settings',
  'change-laptop-settings',
  'forget-workbook',
  'choose-workbook',
  'read-job',
  'cancel-job',
  'close-workbook',
  'restore-backup',
  'show-in-folder',
  'save-emergency-text',
]);

/**
 * The services, each of which waits while somebody has the open workbook alone, as a consolidation has: what is asked for
 * meanwhile is answered afterwards, in the order in which it came.
 */
export function inTurn(services: Services, { share }: Pick<WorkbookKeeper, 'share'>): Services {
  const waiting = Object.entries(services).map(([name, service]) => {
    if (neverWaiting.has(name)) return [name, service];
    // Each goes on to take exactly its own input, as before; TypeScript can't follow that through a list.
    const run = service as (input: unknown) => unknown;
    return [name, (input: unknown) => share(() => run(input))];
  });
  return Object.fromEntries(waiting) as Services;
}
