import { Button } from '../Button.tsx';
import { Notice } from '../Notice.tsx';
import type { Upload } from './useUpload.ts';

/** How far the attaching is, with a way to stop it, and the files that were not taken. */
export function UploadProgress({ upload }: { readonly upload: Upload }) {
  const { progress, refused } = upload;
  return (
    <>
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
      {refused.length > 0 && (
        <Notice kind="warning" title="Not everything was attached">
          <ul>
            {refused.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}
