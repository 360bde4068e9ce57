import { useRef, useState } from 'react';
import { Link } from 'wouter';
import type { EvidenceView } from '../../../shared/api/views/evidenceView.ts';
import { linkTargetKinds } from '../../../shared/domain/entityIdentity.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { linkKindHeading } from '../../components/evidence/linkChoices.ts';
import { LinkPickerDialog } from '../../components/evidence/LinkPickerDialog.tsx';
import { useLinking } from '../../components/evidence/useLinking.ts';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { routeOfTarget } from '../../state/routes.ts';
import { countWords } from '../../words/countWords.ts';

/** What a piece of evidence supports, by kind, and how to link and unlink. */
export function EvidenceLinks(props: { readonly evidenceId: string; readonly links: EvidenceView['links'] }) {
  const { evidenceId, links } = props;
  const [isPicking, setIsPicking] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const { setLinked, failure } = useLinking();
  const count = links.length;
  return (
    <section aria-labelledby="evidence-links">
      <h2 id="evidence-links" ref={heading} tabIndex={-1} className="section-heading">
        {count === 0 ? 'Used nowhere yet' : `Used in ${countWords(count, 'place')}`}
      </h2>
      {count === 0 && (
        <EmptyState why="It counts for an outcome or a quality indicator once it is linked to it." />
      )}
      {linkTargetKinds.map((kind) => {
        const ofKind = links.filter(({ target }) => target.kind === kind);
        if (ofKind.length === 0) return null;
        return (
          <div key={kind}>
            <h3 className="evidence-links-kind">{linkKindHeading(kind)}</h3>
            <ul className="plain-list">
              {ofKind.map(({ target, label }) => {
                const address = routeOfTarget(target);
                return (
                  <li key={target.id} className="evidence-links-item">
                    <span>{address === undefined ? label : <Link href={address}>{label}</Link>}</span>
                    <Button
                      look="quiet"
                      onClick={() => {
                        // The button goes with its row, so the heading takes the focus.
                        heading.current?.focus();
                        void setLinked(evidenceId, target, false);
                      }}
                    >
                      Unlink<span className="visually-hidden"> {label}</span>
                    </Button>
                  </li>
                );
              })}
            </ul>
          </div>
        );
      })}
      <FailureNotice failure={failure} title="The link was not changed" />
      <Button onClick={() => setIsPicking(true)}>Link to more</Button>
      {isPicking && (
        <LinkPickerDialog
          evidenceId={evidenceId}
          linked={links.map(({ target }) => target)}
          onClose={() => setIsPicking(false)}
        />
      )}
    </section>
  );
}
