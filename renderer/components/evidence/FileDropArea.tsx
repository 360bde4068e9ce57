import { type ClipboardEvent, type DragEvent, type ReactNode, useId, useState } from 'react';
import { droppedFiles } from './droppedFiles.ts';

/**
 * A place that takes files: dropped on it, pasted into it, or chosen with the button inside.
 *
 * Dropping is never the only way: the button opens the browser's own chooser.
 */
export function FileDropArea(props: {
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => void;
  /** While the files before are being taken: more are not, which is said. */
  readonly disabled?: boolean;
  /** Stands in for the browser's own chooser where the host has a better one. */
  readonly chooser?: ReactNode;
  readonly children?: ReactNode;
}) {
  const { disabled = false } = props;
  const [isOver, setIsOver] = useState(false);
  const [isTooEarly, setIsTooEarly] = useState(false);
  const inputId = useId();
  const take = (files: readonly File[]): void => {
    if (files.length === 0) return;
    setIsTooEarly(disabled);
    if (!disabled) props.onFiles(files);
  };
  const handleDrop = (event: DragEvent): void => {
    event.preventDefault();
    // The page around may take drops as well; this place is the nearer one.
    event.stopPropagation();
    setIsOver(false);
    take(droppedFiles(event.dataTransfer));
  };
  const handlePaste = (event: ClipboardEvent): void => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    take([...event.clipboardData.files]);
  };
  return (
    <div
      className={isOver ? 'file-drop file-drop-is-over' : 'file-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={handleDrop}
      onPaste={handlePaste}
    >
      {props.chooser !== undefined && <p className="file-drop-label">{props.label}</p>}
      {props.chooser ?? (
        <>
          <label htmlFor={inputId} className="file-drop-label">
            {props.label}
          </label>
          <input
            id={inputId}
            type="file"
            multiple
            disabled={disabled}
            className="file-drop-input"
            onChange={(event) => {
              take([...(event.target.files ?? [])]);
              // So that the same file can be chosen again after it was taken away.
              event.target.value = '';
            }}
          />
        </>
      )}
      <p role="status" className="file-drop-too-early">
        {isTooEarly &&
          (disabled
            ? 'Not taken yet: the files before are still being looked at.'
            : 'The files that came too early were not taken. Now they can be.')}
      </p>
      {props.children}
    </div>
  );
}
