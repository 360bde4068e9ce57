import { RefusedFiles } from '../../components/evidence/RefusedFiles.tsx';
import type { UploadPosition } from '../../components/evidence/uploadFiles.ts';
import { RunningWork } from '../../components/jobs/RunningWork.tsx';
import { useDeskState } from './deskState.ts';

/** How far dropped files have come on their way to the program, with a way to stop; and those that did not come through. */
export function StagingProgress() {
  const { staging, notStaged } = useDeskState();
  return (
    <>
      {staging !== null && (
        <RunningWork
          step={`Reading ${staging.progress.name}${placeWords(staging.progress)}`}
          part={staging.progress.part}
          stop="Stop reading"
          onStop={staging.stop}
        />
      )}
      <RefusedFiles title="Not every file was laid out" sentences={notStaged} />
    </>
  );
}

function placeWords({ position, files }: UploadPosition): string {
  return files > 1 ? ` (${String(position)} of ${String(files)})` : '';
}
