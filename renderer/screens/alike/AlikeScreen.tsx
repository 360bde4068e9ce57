import { useState } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import type { AlikePair } from '../../../shared/api/views/consolidationView.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { BringTogetherTabs } from '../../components/frame/BringTogetherTabs.tsx';
import { Key } from '../../components/Key.tsx';
import { Loading } from '../../components/Loading.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { focusHeading } from '../../state/focusHeading.ts';
import { routes } from '../../state/routes.ts';
import { useAction } from '../../state/useAction.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useShortcut } from '../../state/useShortcut.ts';
import { useView } from '../../state/useView.ts';
import { countWords, numberWords } from '../../words/countWords.ts';
import './alike.css';
import { AlikeCard } from './AlikeCard.tsx';
import { leftAsTwo, pairKey } from './leftAsTwo.ts';
import { PlaceInList } from '../../components/PlaceInList.tsx';

/** Pairs asked for at once. */
const PAGE_PAIRS = 200;

/** The pair joined last, and the list as it was then. */
type Joined = { readonly key: string; readonly words: string; readonly read: unknown };

/** Pairs of evidence that may be one, one pair at a time. */
export function AlikeScreen() {
  const { session } = useRendererState();
  const [offset, setOffset] = useState(0);
  const view = useView('list-alike-evidence', { offset, limit: PAGE_PAIRS }, { keepPrevious: true });
  const left = useStore(leftAsTwo, ({ pairs }) => pairs);
  const [wanted, setWanted] = useState<string | null>(null);
  const [joined, setJoined] = useState<Joined | null>(null);
  const read = view.value?.pairs ?? [];
  // Until the list is read again it still has the pair that has just been joined; if it has it later, that was undone.
  const isReadSince = joined !== null && joined.read !== view.value;
  const isUndone = isReadSince && read.some((pair) => pairKey(pair) === joined.key);
  const hidden = isReadSince ? undefined : joined?.key;
  const shown = read.filter((pair) => !left.has(pairKey(pair)) && pairKey(pair) !== hidden);
  const index = Math.max(
    0,
    shown.findIndex((pair) => pairKey(pair) === wanted),
  );
  const current = shown[index];
  const leftHere = read.filter((pair) => left.has(pairKey(pair))).length;
  const total = view.value?.total ?? 0;
  const undoing = useAction(async () => {
    await session.undo();
    setWanted(joined?.key ?? null);
  });

  function goTo(pair: AlikePair | undefined): void {
    if (pair === undefined) return;
    setWanted(pairKey(pair));
  }
  /** After the current one has been dealt with. */
  function goOn(): void {
    const next = shown[index + 1] ?? shown[index - 1];
    if (next === undefined) focusHeading();
    else goTo(next);
  }
  useShortcut('next-to-settle', () => goTo(shown[index + 1]));
  useShortcut('previous-to-settle', () => goTo(shown[index - 1]));

  return (
    <div className="screen alike-screen">
      <ScreenHeading title="Looks alike" />
      <BringTogetherTabs />
      <div className="conflicts-said">
        <p role="status">{isUndone ? 'They are two again.' : (joined?.words ?? '')}</p>
        {isReadSince && !isUndone && (
          <Button look="quiet" disabled={undoing.isBusy} onClick={() => void undoing.run()}>
            Undo<span className="visually-hidden"> joining</span>
            <Key combination="Ctrl+Z" />
          </Button>
        )}
      </div>
      <FailureNotice failure={undoing.failure} title="It was not undone" />
      <FailureNotice
        failure={view.failure}
        title="What looks alike could not be read"
        onRetry={view.reload}
      />
      {view.value === undefined && view.failure === undefined && <Loading what="what looks alike" />}
      {view.value !== undefined && current === undefined && <NothingAlike leftHere={leftHere} />}
      {current !== undefined && (
        <AlikeCard
          key={pairKey(current)}
          pair={current}
          takesFocus={pairKey(current) === wanted}
          onJoined={(keptTitle) => {
            setJoined({
              key: pairKey(current),
              words: `Joined. ${keptTitle} stands for both.`,
              read: view.value,
            });
            goOn();
          }}
          onLeft={() => {
            leftAsTwo.setState({ pairs: new Set([...left, pairKey(current)]) });
            goOn();
          }}
          place={<PlaceInList index={index} length={shown.length} onGo={(to) => goTo(shown[to])} />}
        />
      )}
      {leftHere > 0 && (
        <p className="quiet alike-left">
          {`${countWords(leftHere, 'pair')} left as two since you opened the workbook.`}{' '}
          <Button
            look="quiet"
            onClick={() => {
              leftAsTwo.setState({ pairs: new Set() });
              focusHeading();
            }}
          >
            Show them again
          </Button>
        </p>
      )}
      {total > PAGE_PAIRS && (
        <p className="quiet alike-pages">
          {`Pairs ${numberWords(offset + 1)} to ${numberWords(offset + read.length)} of ${numberWords(total)}.`}{' '}
          {offset > 0 && (
            <Button look="quiet" onClick={() => setOffset(Math.max(0, offset - PAGE_PAIRS))}>
              Those before
            </Button>
          )}{' '}
          {offset + PAGE_PAIRS < total && (
            <Button look="quiet" onClick={() => setOffset(offset + PAGE_PAIRS)}>
              Those after
            </Button>
          )}
        </p>
      )}
    </div>
  );
}

function NothingAlike({ leftHere }: { readonly leftHere: number }) {
  return (
    <EmptyState
      why={
        leftHere > 0
          ? 'No other evidence looks alike.'
          : 'No evidence looks alike: no two pieces have the same file or nearly the same title.'
      }
    >
      <ul className="plain-list">
        <li>
          <Link href={routes.evidence()}>Go to the evidence</Link>, where joined pieces can be parted again on
          their own pages
        </li>
        <li>
          <Link href={routes.bringTogether()}>Bring in contributions</Link>
        </li>
      </ul>
    </EmptyState>
  );
}
