import { useState } from 'react';
import { ShareTabs } from '../../components/frame/ShareTabs.tsx';
import { JobProgress } from '../../components/jobs/JobProgress.tsx';
import { TargetPathField } from '../../components/jobs/TargetPathField.tsx';
import { useJob } from '../../components/jobs/useJob.ts';
import { useTargetPath } from '../../components/jobs/useTargetPath.ts';
import { WriteFileButtons } from '../../components/jobs/WriteFileButtons.tsx';
import { noPassword, passwordOf, passwordProblems } from '../../components/passphrase/passwordChoice.ts';
import { PasswordFields } from '../../components/passphrase/PasswordFields.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { ExportContents } from './ExportContents.tsx';
import { ExportMarking } from './ExportMarking.tsx';

/** Writing the workbook as Excel, for people without this program. */
export function ExportScreen() {
  const { client } = useRendererState();
  const job = useJob('export');
  const target = useTargetPath('Type where the file is to be written.');
  const [password, setPassword] = useState(noPassword);
  const [isAsked, setIsAsked] = useState(false);

  const write = (replace: boolean): void => {
    const path = target.take();
    setIsAsked(true);
    if (path === null || Object.keys(passwordProblems(password)).length > 0) return;
    void job.start(() =>
      client.call('start-export', {
        ...(path === undefined ? {} : { path }),
        ...(replace ? { replace } : {}),
        ...passwordOf(password),
      }),
    );
  };

  return (
    <div className="screen screen--text">
      <ScreenHeading title="Export to Excel" />
      <ShareTabs />
      <p>
        One Excel workbook that people can read without this program. It is written, opened again and counted;
        the receipt here and on its first sheet say the same.
      </p>
      <ExportContents />
      <ExportMarking />
      <PasswordFields
        choice={password}
        onChoice={setPassword}
        isAsked={isAsked}
        hint="Whoever reads the file needs it: pass it on by phone, never with the file."
      />
      <TargetPathField
        target={target}
        hint="In a browser the program can’t ask with a window of its own: type the full path, ending in .xlsx."
      />
      <WriteFileButtons job={job} label="Write the Excel file" onWrite={write} />
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
    </div>
  );
}
