import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import './help.css';
import { KeysTable } from './KeysTable.tsx';

/** All keys, in a dialog over whatever screen it is. */
export function KeysSheet({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      title="Keys"
      size="wide"
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      {/* Scrolls, and holds nothing to come by with the keyboard. */}
      <div role="group" aria-label="Keys, table" tabIndex={0}>
        <KeysTable />
      </div>
    </Dialog>
  );
}
