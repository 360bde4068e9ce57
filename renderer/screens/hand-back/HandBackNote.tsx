import type { HandBackView } from '../../../shared/api/views/consolidationView.ts';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Loading } from '../../components/Loading.tsx';
import { useView } from '../../state/useView.ts';
import { countWords } from '../../words/countWords.ts';
import { notedByEntry } from './notedByEntry.ts';
import { NotedEntry } from './NotedEntry.tsx';
import { NoteList } from './NoteList.tsx';
import { SettledEntry } from './SettledEntry.tsx';
import { useNoteLists } from './useNoteLists.ts';

/** What became of everything that one contributor sent, as their note will say it. */
export function HandBackNote(props: { readonly replica: string; readonly author: string }) {
  const view = useView('read-hand-back', props);
  if (view.value !== undefined) return <NoteLists note={view.value} />;
  return (
    <>
      <FailureNotice failure={view.failure} title="The note could not be read" onRetry={view.reload} />
      {view.failure === undefined && <Loading what="the note" />}
    </>
  );
}

function NoteLists({ note }: { readonly note: HandBackView }) {
  const { lists, readOn, failure } = useNoteLists(note);
  const { totals, carriedOn } = note;
  return (
    <div className="hand-back-note">
      <NoteList
        title={`Taken: ${countWords(totals.taken, 'value')}`}
        isEmpty="Nothing that they wrote stands as they wrote it."
        entries={notedByEntry(lists.taken).map(({ label, changes }) => (
          <NotedEntry
            key={label}
            label={label}
            lines={changes.map(({ fieldLabel, value }) => ({ name: fieldLabel, values: [value] }))}
          />
        ))}
        unread={totals.taken - lists.taken.length}
        onReadOn={readOn}
      />
      <NoteList
        title={`Settled: ${countWords(totals.settled, 'value')} that others wrote differently`}
        entries={lists.settled.map((entry) => (
          <SettledEntry key={`${entry.label} ${entry.fieldLabel} ${entry.at}`} entry={entry} />
        ))}
        unread={totals.settled - lists.settled.length}
        onReadOn={readOn}
      />
      <NoteList
        title={`Not settled yet: ${countWords(totals.open, 'value')}`}
        entries={lists.open.map(({ label, fieldLabel, values }) => (
          <NotedEntry key={`${label} ${fieldLabel}`} label={label} lines={[{ name: fieldLabel, values }]} />
        ))}
        unread={totals.open - lists.open.length}
        onReadOn={readOn}
      />
      <NoteList
        title={`Not taken, or taken with a remark: ${countWords(totals.ignored, 'entry', 'entries')}`}
        entries={lists.ignored.map(({ what, why }) => (
          <NotedEntry key={`${what} ${why}`} label={what} lines={[{ name: 'Why', values: [why] }]} />
        ))}
        unread={totals.ignored - lists.ignored.length}
        onReadOn={readOn}
      />
      <FailureNotice failure={failure} title="The rest could not be read" />
      {carriedOn > 0 && (
        <p>{`${countWords(carriedOn, 'value was', 'values were')} taken and written on since, without anybody differing.`}</p>
      )}
    </div>
  );
}
