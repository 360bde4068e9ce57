import { strengthWord, type StrengthLevel } from '../../shared/domain/evidenceStrength.ts';

const filled: Readonly<Record<StrengthLevel, number>> = { none: 0, thin: 1, fair: 2, strong: 3 };

/** How strong evidence is: three steps, the word, and what would make it stronger. It advises only. */
export function StrengthWords(props: { readonly level: StrengthLevel; readonly advice?: readonly string[] }) {
  const steps = filled[props.level];
  return (
    <span className="strength">
      <span className="strength__steps" aria-hidden="true">
        {[1, 2, 3].map((step) => (
          <span key={step} className={step <= steps ? 'strength__step is-on' : 'strength__step'} />
        ))}
      </span>
      <span className="strength__word">{strengthWord(props.level)}</span>
      {props.advice !== undefined && props.advice.length > 0 && (
        <span className="strength__advice">. {props.advice.join(' ')}</span>
      )}
    </span>
  );
}
