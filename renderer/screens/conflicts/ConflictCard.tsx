import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { ConflictView } from '../../../shared/api/views/consolidationView.ts';
import type { SettlementDraft } from '../../../shared/api/views/settlementDraftView.ts';
import { Button } from '../../components/Button.tsx';
import { Key } from '../../components/Key.tsx';
import { Notice } from '../../components/Notice.tsx';
import { useCatalogue } from '../../state/useCatalogue.ts';
import { useShortcut } from '../../state/useShortcut.ts';
import { BesideDeletion } from './BesideDeletion.tsx';
import { conflictChoices, recordsOf } from './conflictChoices.ts';
import { ConflictHead } from './ConflictHead.tsx';
import { ConflictValue } from './ConflictValue.tsx';
import { fieldEditor } from './fieldEditor.ts';
import { GradesInConflict } from './GradesInConflict.tsx';
import { settlementOf, textsToCombine } from './settlementOf.ts';
import { SettlePanel } from './SettlePanel.tsx';
import { useSettlementDraft } from './useSettlementDraft.ts';
import { useSettling, type Settled } from './useSettling.ts';
import { DIGITS, useTakeKeys } from './useTakeKeys.ts';
import { useValueWords } from './useValueWords.ts';
import { WhyAsked } from './WhyAsked.tsx';

/** One conflict with every value side by side, and the ways of settling it. */
export function ConflictCard(props: {
  readonly conflict: ConflictView;
  /** "2 of 9" and the ways to the cards beside it. */
  readonly place: ReactNode;
  /** The card came up by a key or a press: its heading takes the focus. */
  readonly takesFocus: boolean;
  readonly onSettled: (settled: Settled) => void;
}) {
  const { conflict, takesFocus } = props;
  const editor = fieldEditor(conflict.entity, conflict.field, useCatalogue());
  const choices = conflictChoices(conflict);
  const words = useValueWords(conflict.field);
  const { draft, change, drop } = useSettlementDraft(conflict);
  const settling = useSettling(conflict, drop, props.onSettled);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [focusAsked, setFocusAsked] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const panel = useRef<HTMLElement>(null);
  const isDeletion = conflict.field === 'deleted';
  const mayWrite = conflict.canSettle && !isDeletion && editor.kind !== 'none';
  const mayCombine = mayWrite && editor.kind === 'text';
  const isGrading = draft.way === 'own' && editor.kind === 'grade';

  useEffect(() => {
    // What had the focus may have gone with the card before, as when settling is redone.
    if (takesFocus || document.activeElement === document.body) heading.current?.focus();
  }, [takesFocus]);
  useEffect(() => {
    if (focusAsked === 0) return;
    const field = panel.current?.querySelector<HTMLElement>('textarea, select, input:checked, input');
    const title = panel.current?.querySelector<HTMLElement>('h3');
    (panel.current?.dataset['way'] === 'take' ? title : (field ?? title))?.focus();
  }, [focusAsked]);

  const choose = (chosen: Partial<SettlementDraft>): void => {
    setProblem(undefined);
    change({ label: `${conflict.label}: ${conflict.fieldLabel}`, ...chosen });
    setFocusAsked((count) => count + 1);
  };
  const take = (index: number): void => {
    const choice = choices[index];
    if (choice !== undefined) choose({ way: 'take', taken: choice.key });
  };
  const begun = { begunWith: draft.begunWith ?? recordsOf(conflict) };
  const combine = (): void => {
    const texts = textsToCombine(conflict);
    const isUntouched = draft.combined === draft.combinedFrom;
    choose({ way: 'combine', ...begun, ...(isUntouched ? { combined: texts, combinedFrom: texts } : {}) });
  };
  const stop = (): void => {
    change({ way: null });
    heading.current?.focus();
  };
  const settle = (): void => {
    const settlement = settlementOf(conflict, draft, editor);
    setProblem(settlement.ok ? undefined : settlement.problem);
    if (settlement.ok) void settling.run(settlement, draft.reason);
    else if (draft.way !== null) setFocusAsked((count) => count + 1);
  };
  useTakeKeys(take, conflict.canSettle && !isGrading);
  useShortcut('combine', combine, mayCombine);
  useShortcut('write-own', () => choose({ way: 'own', ...begun }), mayWrite);
  useShortcut('settle', settle, conflict.canSettle);
  useShortcut('stop-settling', stop, draft.way !== null);

  return (
    <section className="conflict-card" aria-labelledby="conflict-heading">
      <ConflictHead conflict={conflict} place={props.place} heading={heading} />
      {conflict.entity === 'grade' && conflict.field === 'grade' && <GradesInConflict choices={choices} />}
      <ol className={editor.kind === 'text' ? 'conflict-values' : 'conflict-values conflict-values--short'}>
        {choices.map((choice, index) => (
          <ConflictValue
            key={choice.key}
            conflict={conflict}
            choice={choice}
            words={words(choice.value)}
            digit={index < DIGITS && !isGrading ? String(index + 1) : null}
            isTaken={draft.way === 'take' && draft.taken === choice.key}
            onTake={() => take(index)}
          />
        ))}
      </ol>
      {isDeletion && <BesideDeletion beside={conflict.beside} />}
      {!conflict.canSettle && (
        <Notice kind="info" title="This was written with a newer version of the program" isStill>
          <p>
            It is kept as it is and can be settled once this program is as new. Until then every value stays,
            and goes along when the workbook is handed over.
          </p>
        </Notice>
      )}
      {mayWrite && (
        <div className="button-row">
          {mayCombine && (
            <Button aria-pressed={draft.way === 'combine'} aria-keyshortcuts="C" onClick={combine}>
              Combine
              <Key combination="C" />
            </Button>
          )}
          <Button
            aria-pressed={draft.way === 'own'}
            aria-keyshortcuts="O"
            onClick={() => choose({ way: 'own', ...begun })}
          >
            Write our own
            <Key combination="O" />
          </Button>
        </div>
      )}
      {draft.way === null && problem !== undefined && (
        <p role="alert" className="field__error">
          {problem}
        </p>
      )}
      {draft.way !== null && conflict.canSettle && (
        <SettlePanel
          conflict={conflict}
          draft={draft}
          editor={editor}
          onChange={(changed) => {
            setProblem(undefined);
            change(changed);
          }}
          problem={problem}
          failure={settling.failure}
          isBusy={settling.isBusy}
          onSettle={settle}
          onStop={stop}
          place={panel}
        />
      )}
      <WhyAsked isDeletion={isDeletion} />
    </section>
  );
}
