import { useFocusAfter } from '../../state/useFocusAfter.ts';
import { Button } from '../Button.tsx';
import { RefusedFiles } from './RefusedFiles.tsx';
import type { Upload } from './useUpload.ts';

/** How far the attaching is, with a way to stop it, and the files that were not taken. */
export function UploadProgress({ upload }: { readonly upload: Upload }) {
  const { progress, refused } = upload;
  const place = useFocusAfter<HTMLDivElement>(progress !== null);
  return (
    <div ref={place} tabIndex={-1} className="upload-place">
      {progress !== null && (
        <div className="upload-progress">
          <p role="status">
            {`Attaching ${progress.name}`}
            {progress.files > 1 && ` (${String(progress.position)} of ${String(progress.files)})`}
          </p>
          <progress aria-label={`Attaching ${progress.name}`} max={1} value={progress.part} />
          <Button look="quiet" onClick={upload.cancel}>
            Stop attaching
          </Button>
        </div>
      )}
      <RefusedFiles title="Not everything was attached" sentences={refused} />
    </div>
  );
}
