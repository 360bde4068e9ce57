import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { useAction } from '../../state/useAction.ts';
import { MakingRehearsal } from './MakingRehearsal.tsx';
import { useRehearsal } from './useRehearsal.ts';

/** Asks before a rehearsal that may be under way is thrown away for a new one, and makes that. */
export function RehearseAfreshDialog(props: { readonly onAfresh: () => void; readonly onClose: () => void }) {
  const rehearsal = useRehearsal();
  const starting = useAction(async () => {
    if (await rehearsal.open(true)) props.onAfresh();
  });
  return (
    <ConfirmDialog
      title="Start the rehearsal afresh?"
      confirm="Start afresh and delete what was practised"
      isDangerous
      action={starting}
      onClose={() => {
        // It goes on until it has stopped; what was practised is still there then.
        if (starting.isBusy) rehearsal.stop();
        else props.onClose();
      }}
    >
      <p>
        The rehearsal goes back to its beginning, with its four files. What you practised in it before is
        deleted, backups of it included. Your own workbooks are not touched.
      </p>
      <MakingRehearsal rehearsal={rehearsal} />
    </ConfirmDialog>
  );
}
