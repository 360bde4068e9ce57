import { useRef, useState } from 'react';
import { Link } from 'wouter';
import type { EvidenceView } from '../../../shared/api/views/evidenceView.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import { routes } from '../../state/routes.ts';
import { useAction } from '../../state/useAction.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { countWords } from '../../words/countWords.ts';

type Item = EvidenceView['joined']['standsFor'][number];

/** With which other pieces this one is one, which of them stands for all, and how to part them again. */
export function JoinedEvidence(props: {
  readonly evidenceId: string;
  readonly joined: EvidenceView['joined'];
}) {
  const { evidenceId } = props;
  const { standsFor, standsIn } = props.joined;
  const { client, session } = useRendererState();
  const place = useRef<HTMLElement>(null);
  const [said, setSaid] = useState('');
  const parting = useAction(async (other: Item) => {
    const saved = await client.call('join-evidence', {
      evidence: evidenceId,
      other: other.evidenceId,
      joined: false,
    });
    setSaid(`Parted from “${titleOf(other)}”. Each counts by itself again.`);
    // The button goes with its row.
    place.current?.focus();
    session.changed(saved.savedAt);
  });
  return (
    <section ref={place} tabIndex={-1} aria-label="Joined evidence" className="joined-evidence">
      {standsIn !== null && (
        <Notice kind="info" title="Joined with another piece, which stands for both" isStill>
          <p>
            <Link href={routes.evidenceItem(standsIn.evidenceId)}>{titleOf(standsIn)}</Link> is in the
            register and is counted; this piece keeps what is written in it, and its history.
          </p>
          <PartButton item={standsIn} isBusy={parting.isBusy} onPart={() => void parting.run(standsIn)} />
        </Notice>
      )}
      {standsFor.length > 0 && (
        <>
          <h2 className="section-heading">{`Joined with ${countWords(standsFor.length, 'other piece')}`}</h2>
          <p className="quiet">This one stands for all of them. Each keeps what is written in it.</p>
          <ul className="plain-list">
            {standsFor.map((item) => (
              <li key={item.evidenceId} className="evidence-links-item">
                <Link href={routes.evidenceItem(item.evidenceId)}>{titleOf(item)}</Link>
                <PartButton item={item} isBusy={parting.isBusy} onPart={() => void parting.run(item)} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p role="status" className="joined-evidence-said">
        {said}
      </p>
      <FailureNotice failure={parting.failure} title="They were not parted" />
    </section>
  );
}

function PartButton(props: { readonly item: Item; readonly isBusy: boolean; readonly onPart: () => void }) {
  return (
    <Button look="quiet" disabled={props.isBusy} onClick={props.onPart}>
      Part them again<span className="visually-hidden">: {titleOf(props.item)}</span>
    </Button>
  );
}

function titleOf({ title }: Item): string {
  return title === '' ? 'Evidence without a title' : title;
}
