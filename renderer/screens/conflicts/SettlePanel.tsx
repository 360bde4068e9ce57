import type { RefObject } from 'react';
import type { ConflictView } from '../../../shared/api/views/consolidationView.ts';
import type { SettlementDraft } from '../../../shared/api/views/settlementDraftView.ts';
import type { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Key } from '../../components/Key.tsx';
import { Notice } from '../../components/Notice.tsx';
import { TextField } from '../../components/TextField.tsx';
import { numberWords } from '../../words/countWords.ts';
import { conflictChoices, recordsOf } from './conflictChoices.ts';
import { ConflictText } from './ConflictText.tsx';
import type { FieldEditor } from './fieldEditor.ts';
import { OwnValue } from './OwnValue.tsx';
import { SettleText } from './SettleText.tsx';
import { useValueWords } from './useValueWords.ts';

/** The contract's longest. */
const LONGEST_REASON = 2_000;

/** What will stand, why, and the button that settles it so. */
export function SettlePanel(props: {
  readonly conflict: ConflictView;
  readonly draft: SettlementDraft;
  readonly editor: FieldEditor;
  readonly onChange: (change: Partial<SettlementDraft>) => void;
  readonly problem: string | undefined;
  readonly failure: WorkbookError | undefined;
  readonly isBusy: boolean;
  readonly onSettle: () => void;
  readonly onStop: () => void;
  readonly place: RefObject<HTMLElement | null>;
}) {
  const { conflict, draft, editor, onChange, problem } = props;
  const words = useValueWords(conflict.field);
  const taken = conflictChoices(conflict).find(({ key }) => key === draft.taken);
  const isDeletion = conflict.field === 'deleted';
  const hasMore = draft.begunWith !== null && draft.begunWith !== recordsOf(conflict);
  return (
    <section
      className="settle-panel"
      aria-labelledby="settle-panel"
      data-way={draft.way ?? undefined}
      ref={props.place}
    >
      <h3 id="settle-panel" tabIndex={-1}>
        {titleOf(draft, taken?.letter, isDeletion)}
      </h3>
      {hasMore && (
        <Notice kind="warning" title="The values above have changed since you began">
          <p>What you wrote is as you left it. Look at all of them again before you settle.</p>
        </Notice>
      )}
      {draft.way === 'take' && taken === undefined && <p>The value chosen has changed. Choose again.</p>}
      {draft.way === 'take' && taken !== undefined && (
        <div className="settle-panel__taken">
          {isDeletion ? (
            <p>
              {taken.value === true
                ? `“${conflict.label}” is deleted, with what is written in it. Its history keeps all of it.`
                : `“${conflict.label}” stays, and the deletion no longer counts.`}
            </p>
          ) : (
            <>
              <p className="quiet">This will stand; the others stay in the history:</p>
              <ConflictText text={words(taken.value)} start={null} letter="what will stand" />
            </>
          )}
        </div>
      )}
      {draft.way === 'combine' && (
        <SettleText
          label="One text made of all of them"
          text={draft.combined}
          isLine={editor.kind === 'text' && editor.isLine}
          problem={problem}
          onText={(combined) => onChange({ combined })}
        />
      )}
      {draft.way === 'own' && (
        <OwnValue
          editor={editor}
          label="What is to stand"
          typed={draft.own}
          problem={problem}
          onTyped={(own) => onChange({ own })}
        />
      )}
      <TextField
        label="Reason"
        hint="Where one is wanted. It goes into the history and into the note to those who wrote the values."
        maxLength={LONGEST_REASON}
        error={
          draft.reason.length < LONGEST_REASON
            ? undefined
            : `No more than ${numberWords(LONGEST_REASON)} characters fit here. What is beyond them was left out.`
        }
        value={draft.reason}
        onValue={(reason) => onChange({ reason })}
      />
      <FailureNotice failure={props.failure} title="It was not settled" />
      <div className="button-row">
        <Button
          look="primary"
          disabled={props.isBusy}
          aria-keyshortcuts="Control+Enter"
          onClick={props.onSettle}
        >
          {draft.way === 'take' && taken !== undefined
            ? `Settle: ${takeWords(taken, isDeletion)}`
            : 'Settle it so'}
          <Key combination="Ctrl+Enter" />
        </Button>
        <Button look="quiet" aria-keyshortcuts="Escape" onClick={props.onStop}>
          Leave it for now
          <Key combination="Escape" />
        </Button>
      </div>
    </section>
  );
}

function takeWords(
  { letter, value }: { readonly letter: string; readonly value: unknown },
  isDeletion: boolean,
): string {
  if (!isDeletion) return `take ${letter}`;
  return value === true ? 'delete after all' : 'keep it';
}

function titleOf(draft: SettlementDraft, letter: string | undefined, isDeletion: boolean): string {
  if (draft.way === 'combine') return 'Combine';
  if (draft.way === 'own') return 'Write our own';
  if (isDeletion) return draft.taken === 'delete' ? 'Delete after all' : 'Keep it';
  return letter === undefined ? 'Take a value' : `Take ${letter}`;
}
