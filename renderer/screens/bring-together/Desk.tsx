import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { JobProgress } from '../../components/jobs/JobProgress.tsx';
import { Loading } from '../../components/Loading.tsx';
import { Notice } from '../../components/Notice.tsx';
import { useWorkbook } from '../../state/useWorkbook.ts';
import { ChooseFiles } from './ChooseFiles.tsx';
import { ConsolidationReceipt } from './ConsolidationReceipt.tsx';
import { useDeskState } from './deskState.ts';
import { PreviewOnDesk } from './PreviewOnDesk.tsx';
import { StagingProgress } from './StagingProgress.tsx';
import { type Desk as DeskInUse, DESK_HEADING, useDesk } from './useDesk.ts';

/** What lies on the desk: nothing yet, files being checked, what they would do, or what has been taken in. */
export function Desk() {
  const { isRehearsal } = useWorkbook();
  const desk = useDesk();
  return (
    <section aria-labelledby={DESK_HEADING} className="stack">
      <h2 id={DESK_HEADING} tabIndex={-1} className="section-heading">
        On the desk
      </h2>
      <StagingProgress />
      <FailureNotice failure={desk.clearingFailure} title="The desk was not cleared" />
      <OnTheDesk desk={desk} isRehearsal={isRehearsal} />
    </section>
  );
}

function OnTheDesk({ desk, isRehearsal }: { readonly desk: DeskInUse; readonly isRehearsal: boolean }) {
  const { checking, taking } = desk;
  const { isLost } = useDeskState();
  const taken = taking.view;
  if (taken?.state === 'done' && taken.receipt !== null) {
    return <ConsolidationReceipt receipt={taken.receipt} onPutAway={desk.clear} />;
  }
  if (taken?.state === 'running') return <JobProgress job={taking} words={takingWords} />;
  const checked = checking.view;
  if (desk.isReading) return <Loading what="what lies on the desk" />;
  if (checked === undefined) {
    return (
      <>
        {isLost && (
          <Notice kind="info" title="The files are not on the desk any more">
            <p>
              They were taken off when the workbook was closed. Nothing in it was changed. Choose them again.
            </p>
          </Notice>
        )}
        <FailureNotice failure={checking.failure} title="The files were not checked" />
        <p>
          Lay out what people have sent: packets and filled-in Excel workbooks, as many as you like, in any
          order. They are checked first, and nothing changes until you take them in.
        </p>
        {isRehearsal && (
          <div className="button-row">
            <Button look="primary" disabled={desk.isBusy} onClick={() => desk.layOut({ rehearsal: true })}>
              Lay out the four rehearsal files
            </Button>
          </div>
        )}
        <ChooseFiles desk={desk} isPrimary={!isRehearsal} areThereAny={false} />
      </>
    );
  }
  if (checked.state !== 'done') {
    return (
      <>
        <JobProgress job={checking} words={checkingWords} />
        {checked.state !== 'running' && (
          <div className="button-row">
            <Button disabled={desk.isBusy} onClick={() => desk.layOut({})}>
              Check them again
            </Button>
            <Button onClick={desk.clear}>Clear the desk</Button>
          </div>
        )}
      </>
    );
  }
  return (
    <>
      {(taken !== undefined || taking.failure !== undefined) && (
        <JobProgress job={taking} words={takingWords} />
      )}
      <FailureNotice failure={checking.failure} title="The files were not checked again" />
      <PreviewOnDesk key={checked.id} job={checked.id} desk={desk} />
    </>
  );
}

const checkingWords = {
  failed: 'The files were not checked',
  cancelled: 'The check was stopped',
  done: 'The files are checked',
  stop: 'Stop the check',
  counted: 'Found in the files',
};

const takingWords = {
  failed: 'Nothing was taken in. The workbook is as it was.',
  cancelled: 'It was stopped. The workbook is as it was.',
  done: 'Taken in',
  stop: 'Stop taking them in',
  counted: 'Taken in',
};
