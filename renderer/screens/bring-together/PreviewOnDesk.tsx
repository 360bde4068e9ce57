import { useEffect, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Loading } from '../../components/Loading.tsx';
import { useView } from '../../state/useView.ts';
import { useWorkbook } from '../../state/useWorkbook.ts';
import { ChooseFiles } from './ChooseFiles.tsx';
import { changeDesk, forgetJobs } from './deskState.ts';
import { DifferenceList } from './DifferenceList.tsx';
import { NotTaken } from './NotTaken.tsx';
import { SourcesTable } from './SourcesTable.tsx';
import { SourcesToOpen } from './SourcesToOpen.tsx';
import type { Desk } from './useDesk.ts';

/** What taking in the files on the desk would do, and the ways on. */
export function PreviewOnDesk(props: { readonly job: string; readonly desk: Desk }) {
  const { job, desk } = props;
  const workbook = useWorkbook().id;
  const { value, failure, reload } = useView('read-consolidation-preview', { job });
  const [isAdding, setIsAdding] = useState(false);
  const isGone = failure?.code === 'stale' || failure?.code === 'not-found';
  useEffect(() => {
    if (!isGone) return;
    changeDesk(workbook, { isLost: true });
    forgetJobs('consolidation-preview');
  }, [isGone, workbook]);

  const readable = value?.sources.filter(({ state }) => state === 'ready' || state === 'known') ?? [];
  const canBeTaken = readable.some(({ state }) => state === 'ready');
  const isAllKnown = value !== undefined && value.sources.every(({ state }) => state === 'known');
  return (
    <div className="stack">
      {/* On the screen before its words are, so that they are announced. */}
      <p role="status" className="desk-sentence">
        {value?.sentence ?? ''}
      </p>
      {value === undefined && failure === undefined && <Loading what="what the files hold" />}
      <FailureNotice failure={failure} title="What the files hold could not be read" onRetry={reload} />
      {value !== undefined && (
        <>
          <div className="button-row">
            {canBeTaken && (
              <Button look="primary" disabled={desk.isBusy} onClick={() => desk.takeIn(value.preview)}>
                Take these in
              </Button>
            )}
            {!isAllKnown && (
              <Button
                disabled={desk.isBusy}
                aria-expanded={isAdding}
                onClick={() => setIsAdding((before) => !before)}
              >
                Add more files
              </Button>
            )}
            <Button disabled={desk.isBusy} onClick={desk.clear}>
              Clear the desk
            </Button>
          </div>
          {canBeTaken && (
            <p className="quiet">A checked backup is made first. What is taken in can be undone in one go.</p>
          )}
          {isAdding && <ChooseFiles desk={desk} areThereAny />}
          <SourcesToOpen sources={value.sources} desk={desk} />
          {!isAllKnown && readable.length > 0 && <SourcesTable sources={readable} total={value.total} />}
          <NotTaken sources={value.sources} job={job} />
          <DifferenceList differences={value.differences} more={value.more} />
        </>
      )}
    </div>
  );
}
