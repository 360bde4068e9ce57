import { focusHeading } from '../../state/focusHeading.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useAction } from '../../state/useAction.ts';
import { useSaving } from '../../state/useSaving.ts';
import { Button } from '../Button.tsx';
import { CopyTextButton } from '../CopyTextButton.tsx';
import { SaveElsewhereButton } from '../SaveElsewhereButton.tsx';

/** A save that failed: why, that the text is still there, and three ways on. Stays until the save has worked. */
export function SaveFailureBanner() {
  const { client } = useRendererState();
  const { state, flush, unsavedText: text } = useSaving();
  const retry = useAction(async () => {
    // The banner and its button go when the save has worked.
    if (await flush()) focusHeading();
  });
  if (state.phase !== 'failed') return null;
  return (
    <div className="save-failure">
      <p role="alert">
        <strong>Your last changes are not saved.</strong> {state.failure.message} What you wrote is kept here,
        and saving it is tried again by itself.
      </p>
      <div className="button-row">
        <Button look="primary" disabled={retry.isBusy} onClick={() => void retry.run()}>
          Try again
        </Button>
        <CopyTextButton label="Copy my text" text={text} />
        <SaveElsewhereButton client={client} text={text} />
      </div>
    </div>
  );
}
