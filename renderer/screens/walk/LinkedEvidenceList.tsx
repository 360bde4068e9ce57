import { useRef } from 'react';
import { Link } from 'wouter';
import type { LinkedEvidence } from '../../../shared/api/views/walkView.ts';
import { evidenceKinds } from '../../../shared/domain/entityCatalogue.ts';
import type { LinkTarget } from '../../../shared/domain/entityIdentity.ts';
import { evidenceKindWord } from '../../../shared/domain/evidenceKind.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Key } from '../../components/Key.tsx';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { routes } from '../../state/routes.ts';
import { useAction } from '../../state/useAction.ts';
import { countWords } from '../../words/countWords.ts';
import { evidenceDateWords } from '../../words/dateWords.ts';
import { evidenceAddress } from '../evidence/evidenceAddress.ts';
import { useEvidenceActions } from './evidenceActions.ts';

/** The evidence that supports a question or quality indicator, and the ways to bring more. */
export function LinkedEvidenceList(props: {
  readonly target: LinkTarget;
  readonly evidence: readonly LinkedEvidence[];
  readonly total: number;
}) {
  const { client, session } = useRendererState();
  const actions = useEvidenceActions();
  const heading = useRef<HTMLHeadingElement>(null);
  const unlink = useAction(async (evidence: string) => {
    const { savedAt } = await client.call('link-evidence', {
      evidence,
      target: props.target,
      linked: false,
    });
    // The row and its button go.
    heading.current?.focus();
    session.changed(savedAt);
  });
  const hidden = props.total - props.evidence.length;
  return (
    <section className="linked" aria-label="Evidence">
      <div className="linked__head">
        <h2 className="linked__title" ref={heading} tabIndex={-1}>
          Evidence
        </h2>
        <span className="quiet">{countWords(props.total, 'piece')}</span>
      </div>
      <div className="button-row linked__actions">
        <Button aria-keyshortcuts="E" onClick={actions.add}>
          Add evidence
          <Key combination="E" />
        </Button>
        <Button aria-keyshortcuts="L" onClick={actions.link}>
          Link what is there
          <Key combination="L" />
        </Button>
      </div>
      <FailureNotice failure={unlink.failure} title="The link was not taken away" />
      {props.total === 0 && (
        <p className="quiet">Nothing linked yet. Add a piece, or drop or paste a file here.</p>
      )}
      {props.total > 0 && (
        <ul className="linked__list">
          {props.evidence.map((item) => (
            <li key={item.id} className="linked__item">
              <Link className="linked__name" href={routes.evidenceItem(item.id)}>
                {titleOf(item)}
              </Link>
              <span className="linked__facts">{factsOf(item)}</span>
              <Button
                look="quiet"
                className="linked__unlink"
                disabled={unlink.isBusy}
                onClick={() => void unlink.run(item.id)}
              >
                Unlink<span className="visually-hidden"> {titleOf(item)}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {hidden > 0 && (
        <p>
          <Link href={evidenceAddress({ linkedTo: props.target })}>
            {countWords(hidden, 'further piece')} in the register
          </Link>
        </p>
      )}
    </section>
  );
}

function titleOf({ title }: LinkedEvidence): string {
  return title === '' ? 'Evidence without a title' : title;
}

function factsOf(item: LinkedEvidence): string {
  const kind = evidenceKinds.find((one) => one === item.kind);
  return [
    kind === undefined ? 'No kind' : evidenceKindWord(kind),
    item.date === null ? item.period : evidenceDateWords(item.date),
    item.partnerName,
    item.attachments === 0 ? null : countWords(item.attachments, 'file'),
  ]
    .filter((fact) => fact !== null && fact !== '')
    .join(' · ');
}
