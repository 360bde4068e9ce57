import { useState } from 'react';
import { Link } from 'wouter';
import { Button } from '../../components/Button.tsx';
import { useHost } from '../../components/evidence/useHost.ts';
import { Notice } from '../../components/Notice.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { TextField } from '../../components/TextField.tsx';
import { routes } from '../../state/routes.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useWorkbook } from '../../state/useWorkbook.ts';
import './export.css';
import { ExportContents } from './ExportContents.tsx';
import { JobProgress } from './JobProgress.tsx';
import { SafekeepingJobs } from './SafekeepingJobs.tsx';
import { useJob } from './useJob.ts';

/** Writing the workbook as Excel, and keeping it safe. */
export function ExportScreen() {
  const { client } = useRendererState();
  const { marking } = useWorkbook();
  const host = useHost();
  const job = useJob('export');
  const [path, setPath] = useState('');
  const [isPathAsked, setIsPathAsked] = useState(false);
  const isTyped = host !== 'electron';
  const isTaken = job.view?.error?.code === 'already-exists' || job.failure?.code === 'already-exists';

  const start = (replace: boolean): void => {
    if (isTyped && path.trim() === '') {
      setIsPathAsked(true);
      return;
    }
    void job.start(() =>
      client.call('start-export', {
        ...(isTyped ? { path: path.trim() } : {}),
        ...(replace ? { replace: true } : {}),
      }),
    );
  };

  return (
    <div className="screen screen--text export">
      <ScreenHeading title="Export and backup" />
      <section aria-labelledby="export-excel" className="stack">
        <h2 id="export-excel" className="section-heading">
          Export to Excel
        </h2>
        <p>
          One Excel workbook that people can read without this program. It is written, opened again and
          counted; the receipt here and on its first sheet say the same.
        </p>
        <ExportContents />
        {marking === '' ? (
          <Notice kind="warning" title="No marking is set" isStill>
            <p>
              Every sheet carries the workbook’s marking in its header and footer, and there is none.{' '}
              <Link href={routes.settings()}>Set the marking</Link> first if your file needs one.
            </p>
          </Notice>
        ) : (
          <p>
            Every sheet is marked <strong>{marking}</strong> in its header and footer.{' '}
            <Link href={routes.settings()}>Change the marking</Link>
          </p>
        )}
        {isTyped && (
          <TextField
            label="Folder and name of the file"
            hint="In a browser the program can’t ask with a window of its own: type the full path, ending in .xlsx."
            value={path}
            error={isPathAsked && path.trim() === '' ? 'Type where the file is to be written.' : undefined}
            onValue={setPath}
          />
        )}
        <div className="button-row">
          <Button look="primary" disabled={job.isRunning} onClick={() => start(false)}>
            Write the Excel file
          </Button>
          {isTaken && !job.isRunning && (
            <Button look="danger" onClick={() => start(true)}>
              Replace the file that is there
            </Button>
          )}
        </div>
        <JobProgress
          job={job}
          words={{
            failed: 'The file was not written',
            cancelled: 'The export was stopped',
            done: 'The file is written and checked',
            stop: 'Stop the export',
            counted: 'Counted in the finished file',
          }}
        />
      </section>
      <SafekeepingJobs />
    </div>
  );
}
