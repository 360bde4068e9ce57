import type { BackupView } from '../../../shared/api/views/workbookView.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Loading } from '../../components/Loading.tsx';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useAction } from '../../state/useAction.ts';
import { useView } from '../../state/useView.ts';
import { countWords } from '../../words/countWords.ts';
import { recentWords } from '../../words/dateWords.ts';

/** The backups of a damaged workbook, the newest good one first. */
export function BackupOffer(props: { readonly folder: string | null }) {
  const { session } = useRendererState();
  const view = useView('list-backups', props.folder === null ? {} : { folder: props.folder });
  const restore = useAction(async (backup: string) => {
    await session.restoreBackup(props.folder, backup);
  });
  if (view.failure !== undefined) {
    return (
      <FailureNotice failure={view.failure} title="The backups could not be read" onRetry={view.reload} />
    );
  }
  if (view.value === undefined) return <Loading what="the backups" />;
  const good = view.value.backups
    .filter((backup) => backup.verified)
    .toSorted((left, right) => right.madeAt.localeCompare(left.madeAt));
  if (good.length === 0) {
    return <EmptyState why="There is no backup of this workbook that could be verified." />;
  }
  return (
    <>
      <ul className="recent">
        {good.map((backup, index) => (
          <li key={backup.name} className="recent__one">
            <span>
              {index === 0 && <strong>Newest good backup: </strong>}
              {backupWords(backup)}
            </span>
            <Button
              look={index === 0 ? 'primary' : 'secondary'}
              disabled={restore.isBusy}
              onClick={() => void restore.run(backup.name)}
            >
              Open this backup
              <span className="visually-hidden">, {recentWords(backup.madeAt, new Date())}</span>
            </Button>
          </li>
        ))}
      </ul>
      <FailureNotice failure={restore.failure} title="The backup was not opened" />
    </>
  );
}

function backupWords(backup: BackupView): string {
  const content = `${countWords(backup.answers, 'answer')}, ${countWords(backup.evidence, 'piece')} of evidence`;
  return `${recentWords(backup.madeAt, new Date())}, ${content}`;
}
