import type { HandBackView } from '../../../shared/api/views/consolidationView.ts';
import type { FieldValue } from '../../../shared/domain/changeRecord.ts';
import { instantWords } from '../../words/dateWords.ts';
import { NotedEntry } from './NotedEntry.tsx';

type Settled = HandBackView['settled'][number];

const ways = {
  take: 'One of the values was taken',
  combine: 'Combined from several values',
  own: 'Written anew',
} as const;

/** What they wrote, what stands now, and how it came to that. */
export function SettledEntry(props: {
  readonly entry: Settled;
  readonly words: (value: FieldValue) => string;
}) {
  const { entry, words } = props;
  const wrote = words(entry.value);
  const lines =
    entry.value === entry.now
      ? [{ name: 'They wrote, and it stands', values: [wrote] }]
      : [
          { name: 'They wrote', values: [wrote] },
          { name: 'Stands now', values: [words(entry.now)] },
        ];
  return (
    <>
      <NotedEntry label={`${entry.label}: ${entry.fieldLabel}`} lines={lines} />
      <p className="quiet">
        {`${entry.how === null ? 'Settled' : ways[entry.how]} by ${entry.by === '' ? 'somebody without a name' : entry.by}, ${instantWords(entry.at)}.`}
        {entry.reason !== '' && ` Reason: ${entry.reason}`}
      </p>
    </>
  );
}
