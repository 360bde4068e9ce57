import type { OperationName } from '../../shared/api/operationNames.ts';
import type { Services } from './services.ts';
import type { WorkbookKeeper } from './workbook/workbookKeeper.ts';

/** Operations that look into no workbook, or that put an end to what holds it. */
const neverWaiting: ReadonlySet<string> = new Set<OperationName>([
  'read-start',
  'read-laptop-settings',
  'change-laptop-settings',
  'choose-second-backup-folder',
  'forget-workbook',
  'choose-workbook',
  'read-job',
  'read-desk',
  'keep-typed-paths',
  'cancel-job',
  'close-workbook',
  'restore-backup',
  'show-in-folder',
  'save-emergency-text',
]);

/** Operations that write what is no change: until the workbook is known to be sound nothing else would keep it. */
const onSoundWorkbook: ReadonlySet<string> = new Set<OperationName>([
  'change-voice',
  'keep-settlement-draft',
  'start-hand-over',
  'start-hand-back',
]);

/**
 * The services, each of which waits while somebody has the open workbook alone, as a consolidation has: what is asked for
 * meanwhile is answered afterwards, in the order in which it came.
 */
export function inTurn(
  services: Services,
  { share, untilSound }: Pick<WorkbookKeeper, 'share' | 'untilSound'>,
): Services {
  const waiting = Object.entries(services).map(([name, service]) => {
    if (neverWaiting.has(name)) return [name, service];
    // Each goes on to take exactly its own input, as before; TypeScript can't follow that through a list.
    const run = service as (input: unknown) => unknown;
    const inItsTurn = (input: unknown): unknown => share(() => run(input));
    if (!onSoundWorkbook.has(name)) return [name, inItsTurn];
    return [name, (input: unknown) => untilSound().then(() => inItsTurn(input))];
  });
  // One of each name, with the same input and answer, which a list of them cannot keep apart.
  return Object.fromEntries(waiting) as Services;
}
