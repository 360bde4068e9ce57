import { useState } from 'react';
import type { ContributorView, HandOverView } from '../../../shared/api/views/consolidationView.ts';
import { Button } from '../../components/Button.tsx';
import { JobProgress } from '../../components/jobs/JobProgress.tsx';
import { TargetPathField } from '../../components/jobs/TargetPathField.tsx';
import type { Job } from '../../components/jobs/useJob.ts';
import { useTargetPath } from '../../components/jobs/useTargetPath.ts';
import { PassphraseChoiceFields } from '../../components/passphrase/PassphraseChoiceFields.tsx';
import { startLocked, usePacketLock } from '../../components/passphrase/usePacketLock.ts';
import { focusFirstProblem } from '../../state/focusFirstProblem.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useView } from '../../state/useView.ts';
import { PacketContents } from '../hand-over/PacketContents.tsx';
import { UncountedContents } from '../hand-over/UncountedContents.tsx';
import { isReturnReplica } from '../../../shared/domain/returnWorkbook/returnReplica.ts';
import { handBackWords } from './handBackWords.ts';

const part = { kind: 'everything' } as const;

/** What goes into each packet, how all of them are locked, and where the files go. */
export function HandBackFiles(props: { readonly chosen: readonly ContributorView[]; readonly job: Job }) {
  const view = useView('read-hand-over', { part });
  if (view.value !== undefined) return <CountedFiles {...props} contents={view.value} />;
  return <UncountedContents view={view} />;
}

function CountedFiles(props: {
  readonly chosen: readonly ContributorView[];
  readonly job: Job;
  readonly contents: HandOverView;
}) {
  const { chosen, job, contents } = props;
  const { client } = useRendererState();
  const lock = usePacketLock(part, contents.passphrase);
  const [attachments, setAttachments] = useState(true);
  const [isAsked, setIsAsked] = useState(false);
  const target = useTargetPath('Type the folder that the files are to be written into.');
  const packets = chosen.filter((contributor) => !isReturnReplica(contributor.replica)).length;
  const areNotesOnly = packets === 0 && chosen.length > 0;

  const write = (): void => {
    const folder = target.take();
    const passphrase = areNotesOnly ? null : lock.take();
    setIsAsked(true);
    focusFirstProblem();
    if (folder === null || chosen.length === 0 || passphrase === undefined) return;
    const order = {
      contributors: chosen.map(({ replica, author }) => ({ replica, author })),
      attachments,
      passphrase,
      ...(folder === undefined ? {} : { folder }),
    };
    void job.start(() => startLocked(() => client.call('start-hand-back', order), passphrase));
  };

  return (
    <>
      {!areNotesOnly && (
        <>
          <section aria-labelledby="hand-back-packet" className="stack">
            <h2 id="hand-back-packet" className="section-heading">
              What goes into each packet
            </h2>
            <PacketContents contents={contents} attachments={attachments} onAttachments={setAttachments} />
          </section>
          <section aria-labelledby="hand-back-lock" className="stack">
            <h2 id="hand-back-lock" className="section-heading">
              How the packets are locked
            </h2>
            <p>{packets > 1 && 'One passphrase opens all of them. '}The notes are not locked.</p>
            <PassphraseChoiceFields lock={lock} what="the packets" plainName="“not encrypted”." />
          </section>
        </>
      )}
      <section aria-labelledby="hand-back-write" className="stack">
        <h2 id="hand-back-write" className="section-heading">
          Write them
        </h2>
        <TargetPathField
          target={target}
          label="Folder to write them into"
          hint="In a browser the program can’t ask with a window of its own: type the full path of a folder that is there. No file in it is written over."
        />
        {isAsked && chosen.length === 0 && (
          <p className="field__error" role="alert">
            Nobody is ticked: tick at least one person above.
          </p>
        )}
        <div className="button-row">
          <Button look="primary" disabled={job.isRunning || !target.isReady} onClick={write}>
            {areNotesOnly ? 'Write the notes' : 'Write the packets and notes'}
          </Button>
        </div>
        <JobProgress job={job} words={handBackWords} />
      </section>
    </>
  );
}
