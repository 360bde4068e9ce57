import { useEffect, useRef, type ReactNode } from 'react';
import type { AlikePair } from '../../../shared/api/views/consolidationView.ts';
import { partsOfJoining } from '../../../shared/domain/entityIdentity.ts';
import { Button } from '../../components/Button.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Key } from '../../components/Key.tsx';
import { useAction } from '../../state/useAction.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useShortcut } from '../../state/useShortcut.ts';
import { pairKey } from './leftAsTwo.ts';
import { PairTable } from './PairTable.tsx';

/** Two pieces of evidence that may be one: what is alike, what differs, and the two answers. */
export function AlikeCard(props: {
  readonly pair: AlikePair;
  readonly place: ReactNode;
  readonly takesFocus: boolean;
  readonly onJoined: (keptTitle: string) => void;
  readonly onLeft: () => void;
}) {
  const { pair, takesFocus } = props;
  const { client, session } = useRendererState();
  const heading = useRef<HTMLHeadingElement>(null);
  const joining = useAction(async () => {
    const { kept, savedAt } = await client.call('join-evidence', {
      evidence: pair.one.evidenceId,
      other: pair.other.evidenceId,
      joined: true,
    });
    props.onJoined(titleOf(pair, kept));
    session.changed(savedAt);
  });
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, [takesFocus]);
  useShortcut('settle', () => void joining.run());
  useShortcut('leave-as-two', props.onLeft);
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
      <FailureNotice failure={joining.failure} title="They were not joined" />
      <div className="button-row">
        <Button
          look="primary"
          disabled={joining.isBusy}
          aria-keyshortcuts="Control+Enter"
          onClick={() => void joining.run()}
        >
          Join: they are one
          <Key combination="Ctrl+Enter" />
        </Button>
        <Button aria-keyshortcuts="T" onClick={props.onLeft}>
          Leave as two
          <Key combination="T" />
        </Button>
      </div>
      <Disclosure summary="Why am I asked?">
        <p>
          When several people collect evidence, the same report often comes in more than once, and would be
          counted more than once. Whether two pieces are one only somebody who knows them can say. Leaving
          them as two changes nothing.
        </p>
      </Disclosure>
    </section>
  );
}

function titleOf({ one, other }: AlikePair, evidenceId: string): string {
  const { title } = one.evidenceId === evidenceId ? one : other;
  return title === '' ? 'the piece without a title' : `“${title}”`;
}
