import type { BackupView } from '../../../shared/api/views/workbookView.ts';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { useAction } from '../../state/useAction.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useView } from '../../state/useView.ts';
import { useWorkbook } from '../../state/useWorkbook.ts';
import { numberWords } from '../../words/countWords.ts';
import { instantWords } from '../../words/dateWords.ts';

/** Asks before a backup takes the place of what stands now, with the counts of both side by side. */
export function RestoreDialog(props: { readonly backup: BackupView; readonly onClose: () => void }) {
  const { backup, onClose } = props;
  const { session, autosave } = useRendererState();
  const { counts } = useWorkbook();
  const overview = useView('read-overview', {}).value;
  const answersNow =
    overview === undefined
      ? undefined
      : overview.voices.reduce((sum, voice) => sum + voice.answered, overview.answered);
  const restoring = useAction(async () => {
    await autosave.flush();
    await session.restoreBackup(null, backup.name);
    onClose();
  });
  const made = instantWords(backup.madeAt);
  return (
    <ConfirmDialog
      title={`Restore the backup of ${made}?`}
      confirm={`Restore the backup of ${made}`}
      isDangerous
      action={restoring}
      onClose={onClose}
    >
      <table className="table">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">What</span>
            </th>
            <th scope="col" className="number">
              In the backup
            </th>
            <th scope="col" className="number">
              Now
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Answers</th>
            <td className="number">{numberWords(backup.answers)}</td>
            <td className="number">{answersNow === undefined ? '…' : numberWords(answersNow)}</td>
          </tr>
          <tr>
            <th scope="row">Pieces of evidence</th>
            <td className="number">{numberWords(backup.evidence)}</td>
            <td className="number">{numberWords(counts.evidence)}</td>
          </tr>
        </tbody>
      </table>
      <p>
        What stands now is not lost: it is kept in a folder within the workbook’s own, whose name begins with
        “before restoring”, and can be opened from there.
      </p>
    </ConfirmDialog>
  );
}
