import type { ReactNode } from 'react';
import type { Action } from '../state/useAction.ts';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';
import { FailureNotice } from './FailureNotice.tsx';

/** Asks before something that is hard to take back. `confirm` names what will happen: "Delete “Your View Counts”". */
export function ConfirmDialog(props: {
  readonly title: string;
  readonly children: ReactNode;
  readonly confirm: string;
  readonly isDangerous?: boolean;
  readonly action: Action<[]>;
  readonly onClose: () => void;
}) {
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      actions={
        <>
          <Button
            look={props.isDangerous === true ? 'danger' : 'primary'}
            disabled={props.action.isBusy}
            onClick={() => void props.action.run()}
          >
            {props.confirm}
          </Button>
          <Button onClick={props.onClose}>Leave it as it is</Button>
        </>
      }
    >
      {props.children}
      <FailureNotice failure={props.action.failure} title="It was not done" />
    </Dialog>
  );
}
