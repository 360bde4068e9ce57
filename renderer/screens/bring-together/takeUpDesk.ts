import type { JobView } from '../../../shared/api/views/workbookView.ts';
import { jobs } from '../../components/jobs/jobs.ts';
import type { RendererState } from '../../state/rendererState.ts';
import { changeDesk, deskOf } from './deskState.ts';
import { reloadWhenDone } from './reloadWhenDone.ts';

/**
 * Takes up what lies on the open workbook's desk, as the program has it: a page that was loaded anew knows nothing of it,
 * and one that was not may know files that are gone.
 */
export async function takeUpDesk(state: RendererState, workbook: string): Promise<void> {
  const before = jobs.getState().last;
  const { check, consolidation, undoing, typedPaths } = await state.client.call('read-desk', {});
  if (deskOf(workbook).typedPaths === '' && typedPaths !== '') changeDesk(workbook, { typedPaths });
  const { last } = jobs.getState();
  // What was started meanwhile is newer than the answer.
  if (last !== before) return;
  const known = (kind: JobView['kind']): string | null =>
    last[kind]?.workbook === workbook ? last[kind].id : null;
  const isNew = (kind: JobView['kind'], job: string | null): job is string =>
    job !== null && known(kind) !== job;

  if (check === null && known('consolidation-preview') !== null) changeDesk(workbook, { isLost: true });
  if (isNew('consolidation', consolidation)) void reloadWhenDone(state, consolidation);
  if (isNew('undo-consolidation', undoing)) void reloadWhenDone(state, undoing);
  const {
    'consolidation-preview': _check,
    consolidation: _taken,
    'undo-consolidation': _undone,
    ...others
  } = last;
  const found = { 'consolidation-preview': check, consolidation, 'undo-consolidation': undoing };
  const taken = Object.entries(found).flatMap(([kind, id]) =>
    id === null ? [] : [[kind, { id, workbook }]],
  );
  jobs.setState({ last: { ...others, ...Object.fromEntries(taken) } });
}
