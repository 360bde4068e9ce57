import type { HandBackView } from '../../../shared/api/views/consolidationView.ts';
import { assertNever } from '../../../shared/domain/assertNever.ts';
import { instantWords } from '../../words/dateWords.ts';
import { NotedEntry } from './NotedEntry.tsx';

type Settled = HandBackView['settled'][number];

function wayOf({ how, value, settledAs }: Settled): string {
  switch (how) {
    case 'take':
      return value === settledAs ? 'Their value was taken' : 'One of the values was taken';
    case 'combine':
      return 'Combined from several values';
    case 'own':
      return 'Written anew';
    case null:
      return 'Settled';
    default:
      return assertNever(how);
  }
}

/** What they wrote, what it was settled as, and how it came to that. */
export function SettledEntry({ entry }: { readonly entry: Settled }) {
  const { label, fieldLabel } = entry;
  const lines =
    entry.value === entry.settledAs
      ? [{ name: 'They wrote, and it was settled so', values: [entry.value] }]
      : [
          { name: 'They wrote', values: [entry.value] },
          { name: 'Settled as', values: [entry.settledAs] },
        ];
  return (
    <>
      <NotedEntry label={fieldLabel === '' ? label : `${label}: ${fieldLabel}`} lines={lines} />
      <p className="quiet">
        {`${wayOf(entry)} by ${entry.by === '' ? 'somebody without a name' : entry.by}, ${instantWords(entry.at)}.`}
        {entry.reason !== '' && ` Reason: ${entry.reason}`}
        {entry.isChangedSince && ' It has been changed since.'}
      </p>
    </>
  );
}
