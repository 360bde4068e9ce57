import { focusHeading } from '../../state/focusHeading.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useAction } from '../../state/useAction.ts';
import { useWorkbook } from '../../state/useWorkbook.ts';
import { Button } from '../Button.tsx';

/** What the person should know although the workbook could be opened, on every screen until it has been put away. */
export function OpeningNotice() {
  const { client, session } = useRendererState();
  const { notice } = useWorkbook();
  const putAway = useAction(async () => {
    await client.call('dismiss-notice', {});
    session.changed();
    // The button goes with the notice.
    focusHeading();
  });
  if (notice === null) return null;
  return (
    <div className="opening-notice">
      <p role="status">
        <strong>Good to know: </strong>
        {notice}
      </p>
      <Button disabled={putAway.isBusy} onClick={() => void putAway.run()}>
        Put away
      </Button>
      {putAway.failure !== undefined && <p role="alert">{putAway.failure.message}</p>}
    </div>
  );
}
