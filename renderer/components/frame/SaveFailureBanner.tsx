import { useStore } from 'zustand';
import { unsavedText } from '../../state/drafts.ts';
import { focusHeading } from '../../state/focusHeading.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { saveStateOf } from '../../state/saveState.ts';
import { useAction } from '../../state/useAction.ts';
import { Button } from '../Button.tsx';
import { CopyTextButton } from '../CopyTextButton.tsx';
import { SaveElsewhereButton } from '../SaveElsewhereButton.tsx';

/** A save that failed: why, that the text is still there, and three ways on. Stays until the save has worked. */
export function SaveFailureBanner() {
  const { autosave, client } = useRendererState();
  const drafts = useStore(autosave.store, (store) => store.drafts);
  const retry = useAction(async () => {
    // The banner and its button go when the save has worked.
    if (await autosave.flush()) focusHeading();
  });
  const state = saveStateOf(drafts);
  if (state.phase !== 'failed') return <div className="frame__banner" />;
  const text = () => unsavedText(autosave.store.getState().drafts);
  return (
    <div className="frame__banner">
      <div className="save-failure">
        <p role="alert">
          <strong>Your last changes are not saved.</strong> {state.failure.message} What you wrote is still on
          the screen and is tried again by itself.
        </p>
        <div className="button-row">
          <Button look="primary" disabled={retry.isBusy} onClick={() => void retry.run()}>
            Try again
          </Button>
          <CopyTextButton label="Copy my text" text={text} />
          <SaveElsewhereButton client={client} text={text} />
        </div>
      </div>
    </div>
  );
}
