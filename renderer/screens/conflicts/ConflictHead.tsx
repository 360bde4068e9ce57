import type { ReactNode, RefObject } from 'react';
import { Link } from 'wouter';
import type { ConflictView } from '../../../shared/api/views/consolidationView.ts';
import { isTypedText } from '../../../shared/domain/entityCatalogue.ts';
import { partsOfVoiced } from '../../../shared/domain/entityIdentity.ts';
import { routes } from '../../state/routes.ts';
import { useValueWords } from './useValueWords.ts';

/** Longer texts can be read from the differences. */
const SHORT = 200;

/** What the conflict is about, whose it is, where it belongs, and the value that all of it started from. */
export function ConflictHead(props: {
  readonly conflict: ConflictView;
  readonly place: ReactNode;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}) {
  const { conflict } = props;
  const isDeletion = conflict.field === 'deleted';
  const origin = originOf(conflict);
  const facts = [isDeletion ? 'Deleted by one and changed by another' : conflict.fieldLabel];
  if (conflict.voiceName !== null) facts.push(conflict.voiceName);
  return (
    <header className="conflict-head">
      <div className="conflict-head__place">{props.place}</div>
      <h2 id="conflict-heading" ref={props.heading} tabIndex={-1}>
        {conflict.label}
      </h2>
      <p className="conflict-head__facts">
        <strong>{facts.join(' · ')}</strong>
        {origin !== undefined && <Link href={origin.address}>{origin.words}</Link>}
      </p>
      {!isDeletion && (
        <div className="word-differences conflict-head__start">
          <Start conflict={conflict} />
        </div>
      )}
    </header>
  );
}

function Start({ conflict }: { readonly conflict: ConflictView }) {
  const words = useValueWords(conflict.field);
  const { start } = conflict;
  if (start === null) {
    return <p className="quiet">They have no earlier value in common: each was written from nothing.</p>;
  }
  const isText = isTypedText(conflict.entity, conflict.field) && words(start) === start;
  return (
    <>
      {(!isText || start.length <= SHORT) && (
        <p className="quiet">{`All of them started from: ${words(start)}`}</p>
      )}
      {isText && (
        <p className="quiet">
          Compared with what all of them started from, <ins>underlined</ins> was added and{' '}
          <del>struck through</del> was taken out.
        </p>
      )}
    </>
  );
}

/** Where the field is written otherwise; undefined where it has no screen. */
function originOf({
  entity,
  entityId,
}: ConflictView): { readonly address: string; readonly words: string } | undefined {
  const subject = partsOfVoiced(entityId)?.subject;
  if ((entity === 'answer' || entity === 'grade') && subject !== undefined) {
    return { address: routes.walkAt(subject), words: 'See it in the walk' };
  }
  return entity === 'evidence'
    ? { address: routes.evidenceItem(entityId), words: 'Open this evidence' }
    : undefined;
}
