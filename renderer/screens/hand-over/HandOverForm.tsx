import { useState } from 'react';
import type { HandOverPart } from '../../../shared/api/views/consolidationView.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { JobProgress } from '../../components/jobs/JobProgress.tsx';
import { TargetPathField } from '../../components/jobs/TargetPathField.tsx';
import type { Job } from '../../components/jobs/useJob.ts';
import { useTargetPath } from '../../components/jobs/useTargetPath.ts';
import { WriteFileButtons } from '../../components/jobs/WriteFileButtons.tsx';
import { PassphraseChoiceFields } from '../../components/passphrase/PassphraseChoiceFields.tsx';
import { startLocked, usePacketLock } from '../../components/passphrase/usePacketLock.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useView } from '../../state/useView.ts';
import { HandOverPartFields } from './HandOverPartFields.tsx';
import { packetWords } from './packetWords.ts';
import { PacketContents } from './PacketContents.tsx';
import { nothingInPart } from './nothingInPart.ts';
import { UncountedContents } from './UncountedContents.tsx';

/** What goes into a packet, how it is locked, and where it is written. */
export function HandOverForm({ job }: { readonly job: Job }) {
  const [part, setPart] = useState<HandOverPart | null>({ kind: 'everything' });
  const [counted, setCounted] = useState<HandOverPart>({ kind: 'everything' });
  const choose = (chosen: HandOverPart | null): void => {
    setPart(chosen);
    if (chosen !== null) setCounted(chosen);
  };
  return (
    <>
      <section aria-labelledby="hand-over-part" className="stack">
        <h2 id="hand-over-part" className="section-heading">
          What goes in
        </h2>
        <HandOverPartFields part={part} onPart={choose} />
      </section>
      <HandOverOfPart part={counted} isChosen={part !== null} job={job} />
    </>
  );
}

/** While a partner has still to be chosen it draws nothing, and keeps how the packet is locked and where it goes. */
function HandOverOfPart(props: {
  readonly part: HandOverPart;
  readonly isChosen: boolean;
  readonly job: Job;
}) {
  const { part, job } = props;
  const { client } = useRendererState();
  const view = useView('read-hand-over', { part });
  const lock = usePacketLock(part, view.value?.passphrase);
  const [attachments, setAttachments] = useState(true);
  const target = useTargetPath('Type where the packet is to be written.');

  const write = (replace: boolean): void => {
    const path = target.take();
    const passphrase = lock.take();
    if (path === null || passphrase === undefined) return;
    const order = {
      part,
      attachments,
      passphrase,
      ...(path === undefined ? {} : { path }),
      ...(replace ? { replace } : {}),
    };
    void job.start(() => startLocked(() => client.call('start-hand-over', order), passphrase));
  };

  if (!props.isChosen) return null;
  if (view.value === undefined || lock.proposed === undefined) return <UncountedContents view={view} />;
  if (view.value.changes === 0) return <EmptyState why={nothingInPart(part)} />;
  return (
    <>
      <PacketContents contents={view.value} attachments={attachments} onAttachments={setAttachments} />
      <section aria-labelledby="hand-over-lock" className="stack">
        <h2 id="hand-over-lock" className="section-heading">
          How it is locked
        </h2>
        <PassphraseChoiceFields
          lock={lock}
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
                {lock.choice.isPlain ? view.value.plainFileName : view.value.fileName}
              </span>
            </>
          }
        />
        <WriteFileButtons job={job} label="Write the packet" target={target} onWrite={write} />
        <JobProgress job={job} words={packetWords} />
      </section>
    </>
  );
}
