import type { HandBackView } from '../../../shared/api/views/consolidationView.ts';
import { instantWords } from '../../words/dateWords.ts';
import { NotedEntry } from './NotedEntry.tsx';

type Settled = HandBackView['settled'][number];

const ways = {
  take: 'One of the values was taken',
  combine: 'Combined from several values',
  own: 'Written anew',
} as const;

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
        {`${entry.how === null ? 'Settled' : ways[entry.how]} by ${entry.by === '' ? 'somebody without a name' : entry.by}, ${instantWords(entry.at)}.`}
        {entry.reason !== '' && ` Reason: ${entry.reason}`}
      </p>
    </>
  );
}
