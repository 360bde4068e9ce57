import { useEffect, useRef } from 'react';
import { Button } from '../Button.tsx';
import { Notice } from '../Notice.tsx';
import type { KeptDraft } from './draftKeeper.ts';

/**
 * Asks before evidence that is being added is given up.
 *
 * It takes the focus: it stands above the form, and whoever closes the form from its end would not see it otherwise.
 */
export function DiscardQuestion(props: {
  readonly kept: KeptDraft;
  readonly isBusy: boolean;
  readonly onGoOn: () => void;
  readonly onDiscard: () => void;
}) {
  const question = useRef<HTMLDivElement>(null);
  useEffect(() => question.current?.querySelector('button')?.focus(), []);
  return (
    <Notice kind="warning" title="Discard this evidence?">
      <p>{discardWords(props.kept)}</p>
      <div className="button-row" ref={question}>
        <Button onClick={props.onGoOn}>Go on writing</Button>
        <Button look="danger" disabled={props.isBusy} onClick={props.onDiscard}>
          Discard this evidence
        </Button>
      </div>
    </Notice>
  );
}

/** What discarding means: deleting what is on the disk already, or giving up what is only on the screen. */
function discardWords({ evidenceId, failure }: KeptDraft): string {
  if (evidenceId === null) return 'It is not in the workbook yet: nothing of it will be kept.';
  if (failure !== null)
    return 'It is deleted from the workbook. Undo brings it back, but for the changes that could not be saved.';
  return 'It is saved as you type. Discarding deletes it from the workbook; Undo brings it back.';
}
