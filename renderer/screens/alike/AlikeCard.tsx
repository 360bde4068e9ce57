import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { AlikePair } from '../../../shared/api/views/consolidationView.ts';
import { partsOfJoining } from '../../../shared/domain/entityIdentity.ts';
import { Button } from '../../components/Button.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Key } from '../../components/Key.tsx';
import { useAction } from '../../state/useAction.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useShortcut } from '../../state/useShortcut.ts';
import { type Decision, decisions } from './decisions.ts';
import { pairKey } from './pairKey.ts';
import { PairTable } from './PairTable.tsx';

/** Two pieces of evidence that may be one: what is alike, what differs, and the two answers. */
export function AlikeCard(props: {
  readonly pair: AlikePair;
  /** Whether it was left as two before. */
  readonly isLeft: boolean;
  readonly place: ReactNode;
  readonly takesFocus: boolean;
  readonly onDecided: (decision: Decision, words: string) => void;
}) {
  const { pair, isLeft, takesFocus, onDecided } = props;
  const { client, session } = useRendererState();
  const heading = useRef<HTMLHeadingElement>(null);
  const [tried, setTried] = useState<Decision>('join');
  const both = { evidence: pair.one.evidenceId, other: pair.other.evidenceId };
  const other = isLeft ? 'ask' : 'leave';
  const deciding = useAction(async (decision: Decision) => {
    setTried(decision);
    if (decision === 'join') {
      const { kept, savedAt } = await client.call('join-evidence', { ...both, joined: true });
      onDecided(decision, `Joined. ${titleOf(pair, kept)} stands for both.`);
      session.changed(savedAt);
      return;
    }
    const left = decision === 'leave';
    const { savedAt } = await client.call('leave-evidence-as-two', { ...both, left });
    onDecided(decision, left ? 'Left as two.' : 'Put back among those to look at.');
    session.changed(savedAt);
  });
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  useShortcut('settle', () => void deciding.run('join'));
  useShortcut('leave-as-two', () => {
    if (!isLeft) void deciding.run('leave');
  });
  const kept = partsOfJoining(pairKey(pair))?.kept ?? pair.one.evidenceId;
  return (
    <section className="alike-card" aria-labelledby="alike-heading">
      <div className="conflict-head__place">{props.place}</div>
      <h2 id="alike-heading" ref={heading} tabIndex={-1}>
        {pair.why}
      </h2>
      <PairTable pair={pair} />
      <p>
        Joined, <strong>{titleOf(pair, kept)}</strong> (
        {kept === pair.one.evidenceId ? 'the first' : 'the second'}) stands for both and supports everything
        that either supports. Both keep what is written in them and their history, and they can be parted
        again.
      </p>
      <FailureNotice failure={deciding.failure} title={decisions[tried].failed} />
      <div className="button-row">
        <Button
          look="primary"
          disabled={deciding.isBusy}
          aria-keyshortcuts="Control+Enter"
          onClick={() => void deciding.run('join')}
        >
          Join: they are one
          <Key combination="Ctrl+Enter" />
        </Button>
        <Button
          disabled={deciding.isBusy}
          {...(isLeft ? {} : { 'aria-keyshortcuts': 'T' })}
          onClick={() => void deciding.run(other)}
        >
          {isLeft ? 'Ask about them again' : 'Leave as two'}
          {!isLeft && <Key combination="T" />}
        </Button>
      </div>
      <Disclosure summary="Why am I asked?">
        <p>
          When several people collect evidence, the same report often comes in more than once, and would be
          counted more than once. Whether two pieces are one only somebody who knows them can say. Left as
          two, both stay as they are, nobody is asked about them again, and whoever gets your packet has your
          answer too.
        </p>
      </Disclosure>
    </section>
  );
}

function titleOf({ one, other }: AlikePair, evidenceId: string): string {
  const { title } = one.evidenceId === evidenceId ? one : other;
  return title === '' ? 'the piece without a title' : `“${title}”`;
}
