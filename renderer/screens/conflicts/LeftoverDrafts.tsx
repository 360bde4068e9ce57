import { useStore } from 'zustand';
import { Button } from '../../components/Button.tsx';
import { CopyTextButton } from '../../components/CopyTextButton.tsx';
import { Notice } from '../../components/Notice.tsx';
import { focusHeading } from '../../state/focusHeading.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { isWritten, textOfDraft } from '../../state/settlementDrafts.ts';
import { isUnreadDate } from '../../state/useUnreadDate.ts';

/**
 * Texts that were being written for what is in conflict no more: settled in the walk, say; and dates that could not be read.
 * They are kept until let go.
 */
export function LeftoverDrafts({ open }: { readonly open: ReadonlySet<string> }) {
  const { settlements } = useRendererState();
  const entries = useStore(settlements.store, (state) => state.entries);
  const left = Object.entries(entries).flatMap(([key, { address, draft }]) =>
    draft !== null && isWritten(draft) && !open.has(key) ? [{ key, address, draft }] : [],
  );
  return left.map(({ key, address, draft }) => (
    <Notice
      key={key}
      kind="warning"
      title={
        isUnreadDate(address)
          ? 'A date that could not be read, as it was typed'
          : 'Settled meanwhile, and your text is still here'
      }
    >
      <p>{draft.label}</p>
      {/* Scrolls, and holds nothing to come by with the keyboard. */}
      <div className="leftover-draft" role="group" aria-label="Your text" tabIndex={0}>
        {textOfDraft(draft)}
      </div>
      <div className="button-row">
        <CopyTextButton label="Copy my text" text={() => textOfDraft(draft)} />
        <Button
          look="danger"
          onClick={() => {
            settlements.drop(address);
            focusHeading();
          }}
        >
          Let go of my text
        </Button>
      </div>
    </Notice>
  ));
}
