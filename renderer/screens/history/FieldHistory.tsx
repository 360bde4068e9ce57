import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { HistoryList } from './HistoryList.tsx';
import type { HistoryOf } from './useHistory.ts';

/** The history of one thing, or of one of its fields, in a dialog over the screen that it belongs to. */
export function FieldHistory(props: {
  readonly of: HistoryOf;
  /** What it is the history of: "the title of “Your View Counts”". */
  readonly what: string;
  readonly onClose: () => void;
}) {
  return (
    <Dialog
      title={`History of ${props.what}`}
      size="wide"
      onClose={props.onClose}
      actions={
        <Button look="primary" onClick={props.onClose}>
          Done
        </Button>
      }
    >
      {/* Scrolls, and may hold no button to come by with the keyboard. */}
      <div role="group" aria-label="Changes" tabIndex={0}>
        <HistoryList of={props.of} areLabelsLinks={false} />
      </div>
    </Dialog>
  );
}
