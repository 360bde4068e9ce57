import { EmptyState } from '../../components/EmptyState.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { BringTogetherTabs } from '../../components/frame/BringTogetherTabs.tsx';
import { useJob } from '../../components/jobs/useJob.ts';
import { Loading } from '../../components/Loading.tsx';
import { useKeptPassphrase } from '../../components/passphrase/useKeptPassphrase.ts';
import { WrittenFiles } from '../../components/passphrase/WrittenFiles.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { useView } from '../../state/useView.ts';
import { HandBackForm } from './HandBackForm.tsx';
import { handBackWords, notesOnlyWords } from './handBackWords.ts';

/** Giving every contributor a packet with what stands now, and a note of what became of their contribution. */
export function HandBackScreen() {
  const view = useView('list-contributors', {});
  const job = useJob('hand-back');
  const passphrase = useKeptPassphrase(job);
  const isWritten = job.view?.state === 'done';
  const areNotesOnly = job.view?.receipt?.counts.some(({ name, count }) => name === 'Packets' && count === 0);
  return (
    <div className="screen screen--text">
      <ScreenHeading title="Hand back" />
      <BringTogetherTabs />
      <p>
        Everybody whose contribution was taken in gets two files: a packet with the workbook as it stands now,
        and a note in Word that says what was taken, what others wrote differently and how that was settled,
        and what was not taken and why. Once they have taken the packet in, all go on from the same state.
        Whoever filled in an Excel workbook gets the note alone.
      </p>
      {isWritten && (
        <WrittenFiles
          job={job}
          words={areNotesOnly ? notesOnlyWords : handBackWords}
          passphrase={passphrase}
          what="the packets"
          again="Hand back again"
        >
          <p>
            Give everybody {areNotesOnly ? 'their note' : 'their packet and their note'}. The note can be read
            by anybody who gets hold of it.
          </p>
        </WrittenFiles>
      )}
      <FailureNotice
        failure={view.failure}
        title="The contributors could not be read"
        onRetry={view.reload}
      />
      {view.value === undefined && view.failure === undefined && <Loading what="who has contributed" />}
      {view.value?.contributors.length === 0 && (
        <EmptyState why="There is nobody to hand back to: no contribution has been taken in here yet. They are taken in under “Contributions”." />
      )}
      {!isWritten && view.value !== undefined && view.value.contributors.length > 0 && (
        <HandBackForm contributors={view.value.contributors} job={job} />
      )}
    </div>
  );
}
