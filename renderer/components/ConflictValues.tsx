import { Link } from 'wouter';
import type { FieldValue } from '../../shared/domain/changeRecord.ts';
import type { FieldAddress } from '../state/fieldKey.ts';
import { routes } from '../state/routes.ts';
import type { LiveValue } from '../state/useField.ts';
import { Button } from './Button.tsx';
import { ConflictTag } from './ConflictTag.tsx';
import { StampWords } from './StampWords.tsx';

/**
 * Every value that stands in a field in conflict, with who wrote it and when. Taking one settles the conflict; so does
 * writing one's own in the field below.
 */
export function ConflictValues(props: {
  readonly values: readonly LiveValue[];
  readonly of: FieldAddress;
  readonly words?: (value: FieldValue) => string;
  readonly onTake: (value: FieldValue) => void;
}) {
  const words = props.words ?? plainWords;
  return (
    // A press on a value, as to copy from it, keeps the focus in here, so that whoever writes beside it still sees it.
    <section className="conflict" aria-label="Not settled" tabIndex={-1}>
      <p className="conflict__title">
        <ConflictTag /> {props.values.length} different values. Take one, or enter your own below; the others
        stay in the history. <Link href={routes.conflictAt(props.of)}>Compare them and settle it</Link>
      </p>
      <ul className="conflict__values">
        {props.values.map((live, index) => (
          <li key={live.records.join()} className="conflict__value">
            <p className="conflict__text">{words(live.value)}</p>
            <div className="conflict__by">
              {live.stamps.map((stamp) => (
                <StampWords key={`${stamp.replica}${stamp.at}`} stamp={stamp} />
              ))}
              <Button onClick={() => props.onTake(live.value)}>
                Take this
                <span className="visually-hidden"> value, number {index + 1}</span>
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

function plainWords(value: FieldValue): string {
  return value === null ? '(emptied)' : String(value);
}
