import { memo, type ReactNode } from 'react';
import { assertNever } from '../../../shared/domain/assertNever.ts';
import type { ConsolidationPreview } from '../../../shared/api/views/consolidationView.ts';
import { DifferenceValues } from './DifferenceValues.tsx';
import { differenceWords } from './differenceWords.ts';

type Listed = ConsolidationPreview['differences'][number];

/**
 * One thing that taking the files in would change: what it is about, what stands here and what comes in. Drawn once: the
 * comparison of long texts takes a moment.
 */
export const DifferenceItem = memo(function DifferenceItem(props: { readonly difference: Listed }) {
  const { difference } = props;
  const { what, label, fieldLabel } = difference;
  return (
    <li className="desk-difference">
      <h4 className="desk-difference-label">
        <span className={what === 'conflict' ? 'tag tag--conflict' : 'tag'}>{differenceWords[what]}</span>{' '}
        {fieldLabel === null ? label : `${label} · ${fieldLabel}`}
      </h4>
      <DifferenceBody difference={difference} />
    </li>
  );
});

function DifferenceBody({ difference }: { readonly difference: Listed }): ReactNode {
  const { what, field } = difference;
  switch (what) {
    case 'added':
      return null;
    case 'deleted':
      return <p>Somebody deleted it. Its history stays, and it can be brought back.</p>;
    case 'newer':
      return <p>Written with a newer version of the program. It is kept, and shown after an upgrade.</p>;
    case 'changed':
      if (field === 'deleted') return <p>It was deleted, and somebody brought it back.</p>;
      return <DifferenceValues difference={difference} field={field ?? ''} />;
    case 'conflict':
      if (field === 'deleted') return <p>One person deleted it while another went on writing in it.</p>;
      return <DifferenceValues difference={difference} field={field ?? ''} />;
    default:
      return assertNever(what);
  }
}
