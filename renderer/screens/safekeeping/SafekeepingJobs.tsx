import { Link } from 'wouter';
import { Button } from '../../components/Button.tsx';
import { routes } from '../../state/routes.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useWorkbook } from '../../state/useWorkbook.ts';
import { instantWords } from '../../words/dateWords.ts';
import { JobProgress } from '../../components/jobs/JobProgress.tsx';
import { useJob } from '../../components/jobs/useJob.ts';

/** Backing up now and checking everything now, each with its progress and its report. */
export function SafekeepingJobs() {
  const { client } = useRendererState();
  const { lastBackupAt } = useWorkbook();
  const backup = useJob('backup');
  const verification = useJob('verification');
  return (
    <div className="stack">
      <p>
        {lastBackupAt === null
          ? 'There is no backup yet.'
          : `The last backup was made on ${instantWords(lastBackupAt)}.`}{' '}
        Backups are made and checked by themselves while you work; they can be{' '}
        <Link href={routes.settings()}>looked through and restored in the settings</Link>.
      </p>
      <div className="button-row">
        <Button
          disabled={backup.isRunning}
          onClick={() => void backup.start(() => client.call('start-backup', {}))}
        >
          Back up now
        </Button>
        <Button
          disabled={verification.isRunning}
          onClick={() => void verification.start(() => client.call('start-verification', {}))}
        >
          Check everything now
        </Button>
      </div>
      <JobProgress
        job={backup}
        words={{
          failed: 'No backup was made',
          cancelled: 'The backup was stopped',
          done: 'The backup is made and checked',
          stop: 'Stop the backup',
          counted: 'Counted in the backup',
          noted: 'It is in one place only',
        }}
      />
      <JobProgress
        job={verification}
        words={{
          failed: 'The check could not be finished',
          cancelled: 'The check was stopped',
          done: 'Everything agrees with its fingerprints',
          stop: 'Stop the check',
          counted: 'Looked through',
          troubled: 'The check found problems',
        }}
      />
    </div>
  );
}
