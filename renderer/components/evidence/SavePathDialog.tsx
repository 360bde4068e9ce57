import { useState } from 'react';
import type { Action } from '../../state/useAction.ts';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { TextField } from '../TextField.tsx';

/** Asks for a path where the host has no dialog of its own: in a browser the program writes the file, not the page. */
export function SavePathDialog(props: {
  readonly title: string;
  readonly suggested: string;
  readonly saving: Action<[path?: string]>;
  readonly onClose: () => void;
}) {
  const [path, setPath] = useState('');
  const { saving } = props;
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      actions={
        <>
          <Button
            look="primary"
            disabled={saving.isBusy || path.trim() === ''}
            onClick={() => void saving.run(path.trim())}
          >
            Save the copy
          </Button>
          <Button onClick={props.onClose}>Do not save</Button>
        </>
      }
    >
      <TextField
        label="Folder and name of the copy"
        hint={`For example a folder on this computer, then ${props.suggested}. A file that is there already is not replaced.`}
        data-autofocus
        value={path}
        onValue={setPath}
      />
      <FailureNotice failure={saving.failure} title="No copy was saved" />
    </Dialog>
  );
}
