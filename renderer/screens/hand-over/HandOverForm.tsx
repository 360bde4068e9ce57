import { useState } from 'react';
import type { HandOverPart } from '../../../shared/api/views/consolidationView.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { JobProgress } from '../../components/jobs/JobProgress.tsx';
import { TargetPathField } from '../../components/jobs/TargetPathField.tsx';
import type { Job } from '../../components/jobs/useJob.ts';
import { useTargetPath } from '../../components/jobs/useTargetPath.ts';
import { WriteFileButtons } from '../../components/jobs/WriteFileButtons.tsx';
import { Loading } from '../../components/Loading.tsx';
import { keepPassphrase } from '../../components/passphrase/keptPassphrases.ts';
import {
  passphraseOf,
  passphraseProblem,
  proposedPassphrase,
} from '../../components/passphrase/passphraseChoice.ts';
import { PassphraseChoiceFields } from '../../components/passphrase/PassphraseChoiceFields.tsx';
import { useProposedPassphrase } from '../../components/passphrase/useProposedPassphrase.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useView } from '../../state/useView.ts';
import { HandOverPartFields } from './HandOverPartFields.tsx';
import { packetWords } from './packetWords.ts';
import { PacketContents } from './PacketContents.tsx';
import { nothingInPart } from './nothingInPart.ts';

/** What goes into a packet, how it is locked, and where it is written. */
export function HandOverForm({ job }: { readonly job: Job }) {
  const [part, setPart] = useState<HandOverPart | null>({ kind: 'everything' });
  return (
    <>
      <section aria-labelledby="hand-over-part" className="stack">
        <h2 id="hand-over-part" className="section-heading">
          What goes in
        </h2>
        <HandOverPartFields part={part} onPart={setPart} />
      </section>
      {part !== null && <HandOverOfPart part={part} job={job} />}
    </>
  );
}

function HandOverOfPart({ part, job }: { readonly part: HandOverPart; readonly job: Job }) {
  const { client } = useRendererState();
  const view = useView('read-hand-over', { part });
  const { proposed, another } = useProposedPassphrase(part, view.value?.passphrase);
  const [attachments, setAttachments] = useState(true);
  const [choice, setChoice] = useState(proposedPassphrase);
  const [isChoiceAsked, setIsChoiceAsked] = useState(false);
  const target = useTargetPath('Type where the packet is to be written.');
  const problem = passphraseProblem(choice);

  const write = (replace: boolean): void => {
    const path = target.take();
    setIsChoiceAsked(true);
    if (path === null || problem !== undefined || proposed === undefined) return;
    const passphrase = passphraseOf(choice, proposed);
    void job.start(async () => {
      const started = await client.call('start-hand-over', {
        part,
        attachments,
        passphrase,
        ...(path === undefined ? {} : { path }),
        ...(replace ? { replace } : {}),
      });
      if (started.job !== null && passphrase !== null) keepPassphrase(started.job, passphrase);
      return started;
    });
  };

  if (view.value === undefined || proposed === undefined) {
    return (
      <>
        <FailureNotice
          failure={view.failure}
          title="What would go in could not be counted"
          onRetry={view.reload}
        />
        {view.failure === undefined && <Loading what="what would go in" />}
      </>
    );
  }
  if (view.value.changes === 0) return <EmptyState why={nothingInPart(part)} />;
  return (
    <>
      <PacketContents contents={view.value} attachments={attachments} onAttachments={setAttachments} />
      <section aria-labelledby="hand-over-lock" className="stack">
        <h2 id="hand-over-lock" className="section-heading">
          How it is locked
        </h2>
        <PassphraseChoiceFields
          choice={choice}
          onChoice={setChoice}
          proposed={proposed}
          another={another}
          problem={isChoiceAsked ? problem : undefined}
          what="the packet"
          plainName={<strong>{view.value.plainFileName}</strong>}
        />
      </section>
      <section aria-labelledby="hand-over-write" className="stack">
        <h2 id="hand-over-write" className="section-heading">
          Write it
        </h2>
        <TargetPathField
          target={target}
          hint={
            <>
              In a browser the program can’t ask with a window of its own: type the full path, such as a
              folder and then{' '}
              <span className="job-file-name">
                {choice.isPlain ? view.value.plainFileName : view.value.fileName}
              </span>
            </>
          }
        />
        <WriteFileButtons job={job} label="Write the packet" onWrite={write} />
        <JobProgress job={job} words={packetWords} />
      </section>
    </>
  );
}
