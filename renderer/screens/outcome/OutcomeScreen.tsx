import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { OutcomeView } from '../../../shared/api/views/outcomeView.ts';
import { findRow } from '../../../shared/domain/frameworkRow.ts';
import { Button } from '../../components/Button.tsx';
import { AddEvidenceDialog } from '../../components/evidence/AddEvidenceDialog.tsx';
import { LinkEvidenceDialog } from '../../components/evidence/LinkEvidenceDialog.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Loading } from '../../components/Loading.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { StrengthWords } from '../../components/StrengthWords.tsx';
import { routes } from '../../state/routes.ts';
import { useCatalogue } from '../../state/useCatalogue.ts';
import { useView } from '../../state/useView.ts';
import { countWords } from '../../words/countWords.ts';
import { FrameworkRowDialog } from '../framework-row/FrameworkRowDialog.tsx';
import { OutcomeEvidence } from './OutcomeEvidence.tsx';
import { OutcomeMakeUp } from './OutcomeMakeUp.tsx';
import { OutcomeOrigin } from './OutcomeOrigin.tsx';
import './outcome.css';

/** One outcome: its evidence by kind, age and partner, what is missing, and where its wording comes from. */
export function OutcomeScreen({ outcomeId }: { readonly outcomeId: string }) {
  const { value, failure, reload } = useView('read-outcome', { outcome: outcomeId });
  const row = findRow(useCatalogue(), outcomeId);
  const [dialog, setDialog] = useState<'add' | 'link' | 'correct' | null>(null);
  const [, navigate] = useLocation();
  const outcome = row?.rowKind === 'outcome' ? row : undefined;
  const target = { kind: 'outcome', id: outcomeId } as const;
  return (
    <div className="screen outcome">
      <Link href={routes.outcomes()}>Back to all outcomes</Link>
      <ScreenHeading title={outcome?.title ?? value?.outcome.title ?? 'Outcome'}>
        {outcome !== undefined && <span className="outcome-number">{outcome.number}</span>}
        {outcome?.title ?? value?.outcome.title ?? 'Outcome'}
      </ScreenHeading>
      {outcome !== undefined && <OutcomeOrigin outcome={outcome} onCorrect={() => setDialog('correct')} />}
      <FailureNotice failure={failure} title="The outcome could not be read" onRetry={reload} />
      {value === undefined && failure === undefined && <Loading what="the outcome" />}
      {value !== undefined && (
        <>
          <Summary view={value} />
          <div className="button-row">
            <Button look="primary" onClick={() => setDialog('add')}>
              Add evidence
            </Button>
            <Button onClick={() => setDialog('link')}>Link what is there</Button>
          </div>
          <OutcomeMakeUp view={value} outcomeId={outcomeId} />
          <OutcomeEvidence view={value} outcomeId={outcomeId} />
        </>
      )}
      {dialog === 'add' && (
        <AddEvidenceDialog
          linkTo={target}
          onClose={() => setDialog(null)}
          onAdded={(evidenceId) => {
            setDialog(null);
            navigate(routes.evidenceItem(evidenceId));
          }}
        />
      )}
      {dialog === 'link' && <LinkEvidenceDialog target={target} onClose={() => setDialog(null)} />}
      {dialog === 'correct' && <FrameworkRowDialog rowId={outcomeId} onClose={() => setDialog(null)} />}
    </div>
  );
}

function Summary({ view }: { readonly view: OutcomeView }) {
  const { evidence, partners, level, advice } = view.outcome;
  return (
    <p className="outcome-summary">
      {evidence === 0
        ? 'No evidence is linked to it yet.'
        : `${countWords(evidence, 'piece of evidence', 'pieces of evidence')} from ${countWords(partners, 'partner')}.`}{' '}
      {evidence > 0 && <StrengthWords level={level} advice={advice} />}
    </p>
  );
}
