import type { HandBackView } from '../../../shared/api/views/consolidationView.ts';
import { assertNever } from '../../../shared/domain/assertNever.ts';
import { instantWords } from '../../words/dateWords.ts';
import { NotedEntry } from './NotedEntry.tsx';

type Settled = HandBackView['settled'][number];

function wayOf({ how, value, now }: Settled): string {
  switch (how) {
    case 'take':
      return value === now ? 'Their value was taken' : 'One of the values was taken';
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

/** What they wrote, what stands now, and how it came to that. */
export function SettledEntry({ entry }: { readonly entry: Settled }) {
  const { label, fieldLabel } = entry;
  const lines =
    entry.value === entry.now
      ? [{ name: 'They wrote, and it stands', values: [entry.value] }]
      : [
          { name: 'They wrote', values: [entry.value] },
          { name: 'Stands now', values: [entry.now] },
        ];
  return (
    <>
      <NotedEntry label={fieldLabel === '' ? label : `${label}: ${fieldLabel}`} lines={lines} />
      <p className="quiet">
        {`${wayOf(entry)} by ${entry.by === '' ? 'somebody without a name' : entry.by}, ${instantWords(entry.at)}.`}
        {entry.reason !== '' && ` Reason: ${entry.reason}`}
      </p>
    </>
  );
}
