import { FailureNotice } from '../../components/FailureNotice.tsx';
import { RunningWork } from '../../components/jobs/RunningWork.tsx';
import type { Rehearsal } from './useRehearsal.ts';

/** How far the making of a rehearsal is, with a way to stop it; and why none was made. */
export function MakingRehearsal({ rehearsal }: { readonly rehearsal: Rehearsal }) {
  const { making } = rehearsal;
  return (
    <>
      {making !== undefined && (
        <RunningWork
          step={making.step}
          part={making.progress}
          stop="Stop making it"
          onStop={rehearsal.stop}
        />
      )}
      <FailureNotice failure={rehearsal.failure} title="The rehearsal was not made" />
    </>
  );
}
