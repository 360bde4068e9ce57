import type { HistoryEntry } from '../../../shared/api/views/searchView.ts';
import { Button } from '../../components/Button.tsx';
import { useTargetNames } from '../../components/evidence/useTargetNames.ts';
import { valueInWords } from './valueInWords.ts';
import { WordDifferences } from './WordDifferences.tsx';

type Change = HistoryEntry['changes'][number];

/** One field of one change: what stood before, what was written, and a way to bring that back when it stands no more. */
export function HistoryChange(props: {
  readonly change: Change;
  readonly onRestore: () => void;
  readonly isBusy: boolean;
}) {
  const { change, onRestore, isBusy } = props;
  const { target } = useTargetNames();
  const nameOf = (id: string): string => target({ kind: 'partner', id });
  const before = valueInWords({ field: change.field, value: change.before }, nameOf);
  const after = valueInWords({ field: change.field, value: change.after }, nameOf);
  const isRewritten = typeof change.before === 'string' && typeof change.after === 'string';
  return (
    <div className="history-change">
      <h3 className="history-field">
        {change.fieldLabel}
        {change.live && <span className="history-live"> · stands now</span>}
      </h3>
      {isRewritten && before !== null && after !== null ? (
        <WordDifferences before={before} after={after} />
      ) : (
        <WholeValue before={before} after={after} />
      )}
      {!change.live && after !== null && (
        <Button look="quiet" disabled={isBusy} onClick={onRestore}>
          Bring this value back
          <span className="visually-hidden">{`: ${change.fieldLabel}, ${after.slice(0, 60)}`}</span>
        </Button>
      )}
    </div>
  );
}

/** A value that is no text changed word by word: written for the first time, chosen, or emptied. */
function WholeValue({ before, after }: { readonly before: string | null; readonly after: string | null }) {
  return (
    <p className="word-differences">
      {before !== null && (
        <>
          <del>
            <span className="visually-hidden">[before: </span>
            {before}
            <span className="visually-hidden">]</span>
          </del>{' '}
        </>
      )}
      {after === null ? <em>Emptied</em> : after}
    </p>
  );
}
