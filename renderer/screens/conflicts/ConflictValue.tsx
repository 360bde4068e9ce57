import type { ConflictView } from '../../../shared/api/views/consolidationView.ts';
import { isTypedText } from '../../../shared/domain/entityCatalogue.ts';
import { Button } from '../../components/Button.tsx';
import { Key } from '../../components/Key.tsx';
import { StampWords } from '../../components/StampWords.tsx';
import type { ConflictChoice } from './conflictChoices.ts';
import { ConflictText } from './ConflictText.tsx';

/** One value: its letter, what it says, everybody who wrote it, and the button that takes it. */
export function ConflictValue(props: {
  readonly conflict: ConflictView;
  readonly choice: ConflictChoice;
  /** The value as a person reads it. */
  readonly words: string;
  /** The key that takes it; null where none does. */
  readonly digit: string | null;
  readonly isTaken: boolean;
  readonly onTake: () => void;
}) {
  const { conflict, choice, words, digit } = props;
  const isText = typeof choice.value === 'string' && isTypedText(conflict.entity, conflict.field);
  const isDeletion = conflict.field === 'deleted';
  return (
    <li className={props.isTaken ? 'conflict-value is-taken' : 'conflict-value'}>
      <div className="conflict-value__head">
        <h3 className="conflict-value__letter">
          <span className="visually-hidden">Value </span>
          {choice.letter}
        </h3>
        {conflict.canSettle && (
          <Button
            aria-pressed={props.isTaken}
            aria-keyshortcuts={digit ?? undefined}
            className={isDeletion && choice.value === true ? 'button-danger' : ''}
            onClick={props.onTake}
          >
            {isDeletion ? words : `Take ${choice.letter}`}
            {digit !== null && <Key combination={digit} />}
          </Button>
        )}
      </div>
      {isText ? (
        <ConflictText
          // Ids of partners and outcomes are typed text to the catalogue; people read their names.
          text={words}
          start={typeof conflict.start === 'string' && words === choice.value ? conflict.start : null}
          letter={choice.letter}
        />
      ) : (
        !isDeletion && <p className="conflict-value__words">{words}</p>
      )}
      {choice.rationales.map(({ label, text }) => (
        <div key={text} className="conflict-value__rationale">
          <p className="quiet">{label}</p>
          <ConflictText text={text} start={null} letter={`${label} of ${choice.letter}`} />
        </div>
      ))}
      {isDeletion && choice.value === true && (
        <p>It goes, and what is written below with it. Both stay in the history.</p>
      )}
      {isDeletion && choice.value === false && (
        <p>Everything stands as it is below, with what the deletion had covered.</p>
      )}
      <ul className="conflict-value__by">
        {choice.stamps.map((stamp) => (
          <li key={`${stamp.replica} ${stamp.at} ${stamp.author}`}>
            <StampWords stamp={stamp} />
          </li>
        ))}
      </ul>
    </li>
  );
}
