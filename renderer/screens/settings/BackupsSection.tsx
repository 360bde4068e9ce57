import { useState } from 'react';
import type { BackupView } from '../../../shared/api/views/workbookView.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Loading } from '../../components/Loading.tsx';
import { Notice } from '../../components/Notice.tsx';
import { useView } from '../../state/useView.ts';
import { countWords, numberWords, sizeWords } from '../../words/countWords.ts';
import { instantWords } from '../../words/dateWords.ts';
import { RestoreDialog } from './RestoreDialog.tsx';

const SHOWN_AT_FIRST = 8;

/** The backups of this workbook, newest first, and the way back to one of them. */
export function BackupsSection() {
  const { value, failure, reload } = useView('list-backups', {});
  const [restoring, setRestoring] = useState<BackupView | null>(null);
  const [areAllShown, setAreAllShown] = useState(false);
  const backups = value?.backups ?? [];
  const shown = areAllShown ? backups : backups.slice(0, SHOWN_AT_FIRST);
  return (
    <section aria-labelledby="settings-backups" className="settings-section">
      <h2 id="settings-backups" className="section-heading">
        Backups
      </h2>
      <FailureNotice failure={failure} title="The backups could not be listed" onRetry={reload} />
      {value === undefined && failure === undefined && <Loading what="the backups" />}
      {value?.secondFolderProblem != null && (
        <Notice kind="warning" title="The last backup is in one place only">
          <p>{value.secondFolderProblem}</p>
        </Notice>
      )}
      {value !== undefined && backups.length === 0 && (
        <EmptyState why="There is no backup yet. One is made soon after opening, and whenever you ask for it." />
      )}
      {backups.length > 0 && (
        <div className="table-scroll" tabIndex={0} role="region" aria-label="Backups, table">
          <table className="table table-in-lines backups-table">
            <caption>
              {`${countWords(backups.length, 'backup')}${shown.length < backups.length ? `; the newest ${String(shown.length)} are shown` : ''}`}
            </caption>
            <thead>
              <tr>
                <th scope="col">Made</th>
                <th scope="col">Why</th>
                <th scope="col" className="number">
                  Answers
                </th>
                <th scope="col" className="number">
                  Evidence
                </th>
                <th scope="col" className="number">
                  Size
                </th>
                <th scope="col">State</th>
                <th scope="col">
                  <span className="visually-hidden">Restore</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((backup) => (
                <tr key={backup.name}>
                  <th scope="row">{instantWords(backup.madeAt)}</th>
                  <td>{backup.reason}</td>
                  <td className="number" data-heading="Answers">
                    {numberWords(backup.answers)}
                  </td>
                  <td className="number" data-heading="Evidence">
                    {numberWords(backup.evidence)}
                  </td>
                  <td className="number" data-heading="Size">
                    {sizeWords(backup.bytes)}
                  </td>
                  <td>{backup.verified ? 'Checked' : 'Not checked'}</td>
                  <td>
                    <Button look="quiet" onClick={() => setRestoring(backup)}>
                      Restore…
                      <span className="visually-hidden">{` the backup of ${instantWords(backup.madeAt)}`}</span>
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {backups.length > SHOWN_AT_FIRST && (
        <Button aria-expanded={areAllShown} onClick={() => setAreAllShown(!areAllShown)}>
          {areAllShown ? 'Show fewer' : `Show all ${numberWords(backups.length)}`}
        </Button>
      )}
      {restoring !== null && <RestoreDialog backup={restoring} onClose={() => setRestoring(null)} />}
    </section>
  );
}
