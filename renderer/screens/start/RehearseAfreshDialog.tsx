import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { jobs } from '../../components/jobs/jobs.ts';
import { useAction } from '../../state/useAction.ts';

/** Asks before a rehearsal that may be under way is thrown away for a new one. */
export function RehearseAfreshDialog(props: {
  readonly onAfresh: () => Promise<void>;
  readonly onClose: () => void;
}) {
  const starting = useAction(async () => {
    await props.onAfresh();
    // The new rehearsal is the same workbook by its number: receipts of the old one are not its own.
    jobs.setState({ last: {} });
  });
  return (
    <ConfirmDialog
      title="Start the rehearsal afresh?"
      confirm="Start afresh and delete what was practised"
      isDangerous
      action={starting}
      onClose={props.onClose}
    >
      <p>
        The rehearsal goes back to its beginning, with its four files. What you practised in it before is
        deleted, backups of it included. Your own workbooks are not touched.
      </p>
      <p role="status">{starting.isBusy && 'Making the rehearsal again. It takes a few seconds.'}</p>
    </ConfirmDialog>
  );
}
