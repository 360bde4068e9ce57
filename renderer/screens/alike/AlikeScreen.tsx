import { useEffect, useState } from 'react';
import type { AlikePair } from '../../../shared/api/views/consolidationView.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { BringTogetherTabs } from '../../components/frame/BringTogetherTabs.tsx';
import { Key } from '../../components/Key.tsx';
import { Loading } from '../../components/Loading.tsx';
import { PlaceInList } from '../../components/PlaceInList.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { focusHeading } from '../../state/focusHeading.ts';
import { useAction } from '../../state/useAction.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useShortcut } from '../../state/useShortcut.ts';
import { useView } from '../../state/useView.ts';
import { countWords, numberWords } from '../../words/countWords.ts';
import './alike.css';
import { AlikeCard } from './AlikeCard.tsx';
import { type Decision, decisions } from './decisions.ts';
import { NothingAlike } from './NothingAlike.tsx';
import { pairKey } from './pairKey.ts';

/** Pairs asked for at once. */
const PAGE_PAIRS = 200;

/** What was decided about which pair, and the list as it was then. */
type Decided = {
  readonly key: string;
  readonly decision: Decision;
  readonly read: unknown;
};

/** Pairs of evidence that may be one, one pair at a time: those to decide about, or those that were left as two. */
export function AlikeScreen() {
  const { session } = useRendererState();
  const [isLeft, setIsLeft] = useState(false);
  const [offset, setOffset] = useState(0);
  const view = useView('list-alike-evidence', { left: isLeft, offset, limit: PAGE_PAIRS });
  const [wanted, setWanted] = useState<string | null>(null);
  const [decided, setDecided] = useState<readonly Decided[]>([]);
  const [said, setSaid] = useState<{ readonly words: string; readonly canUndo: boolean } | null>(null);
  const read = view.value?.pairs ?? [];
  const last = decided.at(-1);
  // Until the list is read again it still has the pair that was just decided about; if it has it later, that was undone.
  const isReadSince = last !== undefined && view.value !== undefined && last.read !== view.value;
  const hidden = isReadSince ? undefined : last?.key;
  const shown = read.filter((pair) => pairKey(pair) !== hidden);
  const index = Math.max(
    0,
    shown.findIndex((pair) => pairKey(pair) === wanted),
  );
  const current = shown[index];
  const { total = 0, others = 0 } = view.value ?? {};
  const undoing = useAction(async () => {
    await session.undo();
  });
  useEffect(() => {
    const back = decided.findLast(
      (one) => one.read !== view.value && view.value?.pairs.some((pair) => pairKey(pair) === one.key),
    );
    if (back === undefined) return;
    setDecided(decided.filter((one) => one !== back));
    setSaid({ words: decisions[back.decision].undone, canUndo: false });
    // The next key is meant for the pair that is two again, whichever was shown meanwhile.
    setWanted(back.key);
  }, [decided, view.value]);

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
  function showOthers(): void {
    setIsLeft(!isLeft);
    setOffset(0);
    setDecided([]);
    setSaid(null);
    setWanted(null);
    focusHeading();
  }
  useShortcut('next-to-settle', () => goTo(shown[index + 1]));
  useShortcut('previous-to-settle', () => goTo(shown[index - 1]));

  return (
    <div className="screen alike-screen">
      <ScreenHeading title={isLeft ? 'Left as two' : 'Looks alike'} />
      <BringTogetherTabs />
      <div className="conflicts-said">
        <p role="status">{said?.words}</p>
        {isReadSince && said?.canUndo === true && (
          <Button look="quiet" disabled={undoing.isBusy} onClick={() => void undoing.run()}>
            Undo<span className="visually-hidden"> {decisions[last.decision].undo}</span>
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
      {view.value !== undefined && current === undefined && (
        <NothingAlike isLeft={isLeft} areOthersThere={others > 0} />
      )}
      {current !== undefined && (
        <AlikeCard
          key={pairKey(current)}
          pair={current}
          isLeft={isLeft}
          takesFocus={pairKey(current) === wanted}
          onDecided={(decision, words) => {
            setDecided([...decided, { key: pairKey(current), decision, read: view.value }]);
            setSaid({ words, canUndo: true });
            goOn();
          }}
          place={<PlaceInList index={index} length={shown.length} onGo={(to) => goTo(shown[to])} />}
        />
      )}
      {(others > 0 || isLeft) && (
        <p className="quiet alike-left">
          {isLeft
            ? `${countWords(others, 'pair')} to decide about.`
            : `${countWords(others, 'pair was', 'pairs were')} left as two.`}{' '}
          <Button look="quiet" onClick={showOthers}>
            {isLeft ? 'Go back to those' : 'Look at those again'}
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
