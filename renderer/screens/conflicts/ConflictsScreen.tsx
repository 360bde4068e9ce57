import { useEffect, useState } from 'react';
import type { ConflictView } from '../../../shared/api/views/consolidationView.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Key } from '../../components/Key.tsx';
import { Loading } from '../../components/Loading.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { BringTogetherTabs } from '../../components/frame/BringTogetherTabs.tsx';
import { fieldKey } from '../../state/fieldKey.ts';
import { focusHeading } from '../../state/focusHeading.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useAction } from '../../state/useAction.ts';
import { useShortcut } from '../../state/useShortcut.ts';
import { ConflictCard } from './ConflictCard.tsx';
import { ConflictList } from './ConflictList.tsx';
import './conflicts.css';
import { LeftoverDrafts } from './LeftoverDrafts.tsx';
import { NothingToSettle } from './NothingToSettle.tsx';
import { useConflicts } from './useConflicts.ts';
import { useCurrentConflict } from './useCurrentConflict.ts';
import { useSettledHere } from './useSettledHere.ts';
import { useKeptDrafts } from './useKeptDrafts.ts';
import type { Settled } from './useSettling.ts';
import { PlaceInList } from '../../components/PlaceInList.tsx';

/** Every field in conflict, one card at a time. `of` names the field to begin with, as `routes.conflictAt` put it. */
export function ConflictsScreen({ of }: { readonly of: string | null }) {
  const { session } = useRendererState();
  const conflicts = useConflicts();
  const { list: read, total, isWhole, failure, retry } = conflicts;
  const earlier = useKeptDrafts();
  const [said, setSaid] = useState('');
  const { left, isGoing, note, back, takeBack } = useSettledHere(conflicts);
  const list = read.filter((one) => !isGoing(one));
  const count = Math.max(0, (total ?? 0) - (read.length - list.length));
  const place = useCurrentConflict(list, isWhole, of);
  const { current, index, isGone, goTo } = place;
  const undoing = useAction(async () => {
    await session.undo();
  });

  useEffect(() => {
    if (back === undefined) return;
    takeBack();
    setSaid(`To settle again: ${asSentence(nameOf(back))}`);
    goTo(back);
  }, [back, takeBack, goTo]);

  const handleSettled = (conflict: ConflictView, settled: Settled): void => {
    if (settled.kind === 'still-open') {
      setSaid('Another value had come in that you had not seen. It is shown now, and is still to settle.');
      return;
    }
    const isStale = settled.kind === 'stale';
    setSaid(isStale ? settled.sentence : `Settled: ${asSentence(nameOf(conflict))}`);
    note(conflict, isStale);
    const next = list[index + 1] ?? list[index - 1];
    if (next === undefined) focusHeading();
    else goTo(next);
  };
  useShortcut('next-to-settle', () => goTo(list[index + 1]), list.length > 0);
  useShortcut('previous-to-settle', () => goTo(list[index - 1]), list.length > 0);

  return (
    <div className="screen conflicts-screen">
      <ScreenHeading title="To settle" />
      <BringTogetherTabs />
      <div className="conflicts-said">
        <p role="status">{said}</p>
        {left !== undefined && (
          <Button look="quiet" disabled={undoing.isBusy} onClick={() => void undoing.run()}>
            Undo<span className="visually-hidden"> settling {nameOf(left)}</span>
            <Key combination="Ctrl+Z" />
          </Button>
        )}
      </div>
      <FailureNotice failure={undoing.failure} title="It was not undone" />
      <FailureNotice failure={failure} title="What is to settle could not be read" onRetry={retry} />
      <FailureNotice
        failure={earlier.failure}
        title="What you had begun to write could not be read"
        onRetry={earlier.retry}
      />
      {isWhole && <LeftoverDrafts open={new Set(read.map(fieldKey))} />}
      {isGone && (
        <p>The field that you came for is settled. Its history has every value. This is what is left.</p>
      )}
      {current === undefined && !isWhole && failure === null && <Loading what="what is to settle" />}
      {isWhole && list.length === 0 && <NothingToSettle />}
      {current !== undefined && earlier.isLoaded && (
        <div className="conflicts-columns">
          <ConflictList conflicts={list} current={current} onChoose={place.noteChosen} />
          <ConflictCard
            key={fieldKey(current)}
            conflict={current}
            takesFocus={place.isChosen}
            onSettled={(settled) => handleSettled(current, settled)}
            place={
              <PlaceInList index={index} length={list.length} total={count} onGo={(to) => goTo(list[to])} />
            }
          />
        </div>
      )}
    </div>
  );
}

function nameOf(conflict: ConflictView): string {
  return conflict.field === 'deleted' ? conflict.label : `${conflict.label}, ${conflict.fieldLabel}`;
}

/** Many fields are called by a question. */
function asSentence(words: string): string {
  return words.endsWith('?') ? words : `${words}.`;
}
