import { useState } from 'react';
import type { InputOf } from '../../../shared/api/contract.ts';
import { Button } from '../../components/Button.tsx';
import { SavePathDialog } from '../../components/evidence/SavePathDialog.tsx';
import { useHost } from '../../components/evidence/useHost.ts';
import { JobProgress } from '../../components/jobs/JobProgress.tsx';
import { useJob } from '../../components/jobs/useJob.ts';
import { useAction } from '../../state/useAction.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useWorkbook } from '../../state/useWorkbook.ts';
import { changeDesk, useDeskState } from './deskState.ts';

type From = InputOf<'start-not-taken-sheet'>['from'];

/** Writes what was not taken, from a preview or a consolidation, as an Excel sheet to send back or to work through. */
export function NotTakenSheet(props: { readonly from: From; readonly about?: string }) {
  const { from, about } = props;
  const { client } = useRendererState();
  const workbook = useWorkbook().id;
  const host = useHost();
  const job = useJob('not-taken-sheet');
  const { sheetOf } = useDeskState();
  const [isPathAsked, setIsPathAsked] = useState(false);
  const key = from.kind === 'preview' ? `preview ${from.job}` : `consolidation ${from.id}`;

  const saving = useAction(async (path?: string) => {
    changeDesk(workbook, { sheetOf: key });
    setIsPathAsked(false);
    await job.start(() =>
      client.call('start-not-taken-sheet', { from, ...(path === undefined ? {} : { path }) }),
    );
  });
  return (
    <>
      <Button
        look={from.kind === 'preview' ? 'secondary' : 'quiet'}
        disabled={job.isRunning || saving.isBusy || host === undefined}
        onClick={() => (host === 'electron' ? void saving.run() : setIsPathAsked(true))}
      >
        Save what was not taken as an Excel sheet
        {about !== undefined && <span className="visually-hidden">: {about}</span>}
      </Button>
      {isPathAsked && (
        <SavePathDialog
          title="Save what was not taken"
          suggested="Not taken.xlsx"
          saving={saving}
          onClose={() => setIsPathAsked(false)}
        />
      )}
      {sheetOf === key && (
        <JobProgress
          job={job}
          words={{
            failed: 'The sheet was not written',
            cancelled: 'Writing the sheet was stopped',
            done: 'The sheet is written and checked',
            stop: 'Stop writing',
            counted: 'Counted in the finished file',
          }}
        />
      )}
    </>
  );
}
