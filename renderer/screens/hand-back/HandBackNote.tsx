import type { FieldValue } from '../../../shared/domain/changeRecord.ts';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Loading } from '../../components/Loading.tsx';
import { useTargetNames } from '../../components/evidence/useTargetNames.ts';
import { useView } from '../../state/useView.ts';
import { countWords } from '../../words/countWords.ts';
import { notedByEntry } from './notedByEntry.ts';
import { NotedEntry } from './NotedEntry.tsx';
import { notedValueWords } from './notedValueWords.ts';
import { NoteList } from './NoteList.tsx';
import { SettledEntry } from './SettledEntry.tsx';

/** What became of everything that one contributor sent, as their note will say it. */
export function HandBackNote(props: { readonly replica: string; readonly author: string }) {
  const view = useView('read-hand-back', props);
  const { partner } = useTargetNames();
  const note = view.value;
  if (note === undefined) {
    return (
      <>
        <FailureNotice failure={view.failure} title="The note could not be read" onRetry={view.reload} />
        {view.failure === undefined && <Loading what="the note" />}
      </>
    );
  }
  const words = (noted: { readonly fieldLabel: string; readonly value: FieldValue }): string =>
    notedValueWords(noted, partner);
  return (
    <div className="hand-back-note">
      <NoteList
        title={`Taken: ${countWords(note.taken.length, 'value')}`}
        isEmpty="Nothing that they wrote stands as they wrote it."
        entries={notedByEntry(note.taken).map(({ label, changes }) => (
          <NotedEntry
            key={label}
            label={label}
            lines={changes.map((change) => ({ name: change.fieldLabel, values: [words(change)] }))}
          />
        ))}
      />
      <NoteList
        title={`Settled: ${countWords(note.settled.length, 'value')} that others wrote differently`}
        entries={note.settled.map((entry) => (
          <SettledEntry
            key={`${entry.label} ${entry.fieldLabel} ${entry.at}`}
            entry={entry}
            words={(value) => words({ fieldLabel: entry.fieldLabel, value })}
          />
        ))}
      />
      <NoteList
        title={`Not settled yet: ${countWords(note.open.length, 'value')}`}
        entries={note.open.map(({ label, fieldLabel, values }) => (
          <NotedEntry
            key={`${label} ${fieldLabel}`}
            label={label}
            lines={[{ name: fieldLabel, values: values.map((value) => words({ fieldLabel, value })) }]}
          />
        ))}
      />
      <NoteList
        title={`Not taken: ${countWords(note.ignored.length, 'entry', 'entries')}`}
        entries={note.ignored.map(({ what, why }) => (
          <NotedEntry key={`${what} ${why}`} label={what} lines={[{ name: 'Why', values: [why] }]} />
        ))}
      />
      {note.carriedOn > 0 && (
        <p>{`${countWords(note.carriedOn, 'value was', 'values were')} taken and written on since, without anybody differing.`}</p>
      )}
    </div>
  );
}
