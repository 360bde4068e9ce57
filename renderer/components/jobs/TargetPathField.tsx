import type { ReactNode } from 'react';
import { TextField } from '../TextField.tsx';
import type { TargetPath } from './useTargetPath.ts';

/** Where the place is typed, the field for it; elsewhere nothing. */
export function TargetPathField(props: {
  readonly target: TargetPath;
  readonly hint: ReactNode;
  readonly label?: string;
}) {
  const { isTyped, path, setPath, problem } = props.target;
  if (!isTyped) return null;
  return (
    <TextField
      label={props.label ?? 'Folder and name of the file'}
      hint={props.hint}
      value={path}
      error={problem}
      onValue={setPath}
    />
  );
}
