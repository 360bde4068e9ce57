import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { HistoryEntry } from '../../../shared/api/views/searchView.ts';
import { isInCatalogue } from '../../../shared/domain/isInCatalogue.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Loading } from '../../components/Loading.tsx';
import { useAction } from '../../state/useAction.ts';
import { useCatalogue } from '../../state/useCatalogue.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useVoiceName } from '../../state/useVoiceName.ts';
import { countWords } from '../../words/countWords.ts';
import { writtenWords } from '../../words/writtenWords.ts';
import { hitAddress } from '../search/hitAddress.ts';
import './history.css';
import { HistoryChange } from './HistoryChange.tsx';
import { type HistoryOf, useHistory } from './useHistory.ts';
import { copyWords } from '../../words/copyWords.ts';

/** Changes, newest first: who, when, on which copy, before and after; any value can be brought back. */
export function HistoryList(props: { readonly of: HistoryOf; readonly areLabelsLinks: boolean }) {
  const history = useHistory(props.of);
  const { client, session } = useRendererState();
  const [outcome, setOutcome] = useState('');
  const restoring = useAction(async (record: string, field: string, label: string) => {
    const saved = await client.call('restore-value', { record, field });
    setOutcome(`${label} was brought back. What stood there stays in the history.`);
    session.changed(saved.savedAt);
    if (isInCatalogue(saved.entity.entity)) await session.reloadCatalogue();
  });
  const { entries, failure, hasEarlier } = history;
  const end = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // The button that shows earlier changes goes with the last of them.
    if (!hasEarlier && document.activeElement === document.body) end.current?.focus();
  }, [hasEarlier]);
  return (
    <div className="history">
      <FailureNotice failure={failure} title="The history could not be read" onRetry={history.retry} />
      <FailureNotice failure={restoring.failure} title="The value was not brought back" />
      <p role="status" className="history-outcome">
        {outcome}
      </p>
      {entries === undefined && failure === null && <Loading what="the history" />}
      {entries?.length === 0 && <EmptyState why="Nothing has been written here yet." />}
      <ol className="plain-list" aria-label="Changes, newest first">
        {entries?.map((entry) => (
          <li key={entry.record} className="history-entry">
            <EntryHeading entry={entry} isLink={props.areLabelsLinks} />
            {entry.changes.map((change) => (
              <HistoryChange
                key={change.field}
                change={change}
                isBusy={restoring.isBusy}
                onRestore={() => void restoring.run(entry.record, change.field, change.fieldLabel)}
              />
            ))}
          </li>
        ))}
      </ol>
      {entries !== undefined && entries.length > 0 && (
        <div className="history-more">
          <p className="quiet" ref={end} tabIndex={-1}>
            {hasEarlier
              ? `The newest ${countWords(entries.length, 'change')} are shown.`
              : `${countWords(entries.length, 'change')}; the first one is at the end.`}
          </p>
          {hasEarlier && <Button onClick={history.showEarlier}>Show earlier changes</Button>}
        </div>
      )}
    </div>
  );
}

function EntryHeading({ entry, isLink }: { readonly entry: HistoryEntry; readonly isLink: boolean }) {
  const address = hitAddress(entry, useCatalogue());
  const { author, voice, replica, at } = entry.stamp;
  const voiceName = useVoiceName(voice);
  return (
    <>
      <h2 className="history-label">
        {isLink && address !== undefined ? <Link href={address}>{entry.label}</Link> : entry.label}
      </h2>
      <p className="history-stamp">
        <time dateTime={at}>{writtenWords(entry.stamp)}</time>
        {` · ${author === '' ? 'Name not given' : author}, as ${voiceName} · ${copyWords(replica)}`}
      </p>
    </>
  );
}
