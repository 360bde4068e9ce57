import type { ConsolidationEntry } from '../../../shared/api/views/consolidationView.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { useJob } from '../../components/jobs/useJob.ts';
import { useAction } from '../../state/useAction.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useWorkbook } from '../../state/useWorkbook.ts';
import { countWords } from '../../words/countWords.ts';
import { instantWords } from '../../words/dateWords.ts';
import { forgetJobs, sweepDesk } from './deskState.ts';
import { reloadWhenDone } from './reloadWhenDone.ts';

/** Says what undoing a consolidation does before it is done. It stays, and says why, where the undoing does not begin. */
export function UndoDialog(props: {
  readonly consolidation: ConsolidationEntry;
  readonly onStarted: () => void;
  readonly onClose: () => void;
}) {
  const { consolidation, onClose } = props;
  const state = useRendererState();
  const workbook = useWorkbook().id;
  const job = useJob('undo-consolidation');
  const undoing = useAction(async () => {
    let isStarted = false;
    await job.start(async () => {
      // What was worked out for files on the desk is out of date after this.
      await state.client.call('discard-consolidation-preview', {});
      forgetJobs('consolidation-preview', 'consolidation', 'not-taken-sheet');
      sweepDesk(workbook);
      const started = await state.client.call('start-undo-consolidation', {});
      void reloadWhenDone(state, started.job);
      isStarted = true;
      return started;
    });
    if (isStarted) props.onStarted();
  });
  const when = instantWords(consolidation.at);
  return (
    <ConfirmDialog
      title={`Undo the consolidation of ${when}?`}
      confirm="Undo this consolidation"
      isDangerous
      action={{ ...undoing, failure: undoing.failure ?? job.failure }}
      onClose={onClose}
    >
      <p>
        {`The workbook goes back to what stood before: ${countWords(consolidation.added, 'change')} from ${countWords(consolidation.sources.length, 'file')} set aside.`}
      </p>
      <ul>
        <li>
          What was written here since and builds on them, such as how a field was settled, is set aside with
          them. All else written since stays.
        </li>
        <li>
          Nothing is lost: take the same files in again and all of it comes back, your settlements included.
        </li>
        <li>A checked backup is made first. Files on the desk are taken off it.</li>
      </ul>
    </ConfirmDialog>
  );
}
