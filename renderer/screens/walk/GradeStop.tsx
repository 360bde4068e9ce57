import { useState } from 'react';
import { Link } from 'wouter';
import { findRow } from '../../../shared/domain/frameworkRow.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Loading } from '../../components/Loading.tsx';
import { ProvenanceNote } from '../../components/ProvenanceNote.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { routes } from '../../state/routes.ts';
import { useCatalogue } from '../../state/useCatalogue.ts';
import { useView } from '../../state/useView.ts';
import { FrameworkRowDialog } from '../framework-row/FrameworkRowDialog.tsx';
import { EvidenceDropArea } from './EvidenceDropArea.tsx';
import { GradeFields } from './GradeFields.tsx';
import { StopHead } from './StopHead.tsx';
import { useEarlyGrade } from './useEarlyGrade.ts';
import type { Stop } from './walkStops.ts';

/** The grade of a quality indicator with its rationale, after its questions. */
export function GradeStop(props: {
  readonly stop: Extract<Stop, { kind: 'grade' }>;
  readonly previous: Stop | undefined;
  readonly next: Stop | undefined;
}) {
  const { qualityIndicator } = props.stop;
  const catalogue = useCatalogue();
  const row = findRow(catalogue, qualityIndicator.id);
  const view = useView('read-quality-indicator', { qualityIndicator: qualityIndicator.id });
  const takeEarly = useEarlyGrade(qualityIndicator.id, view.value !== undefined);
  const [isCorrecting, setIsCorrecting] = useState(false);
  const title = `${qualityIndicator.number} ${qualityIndicator.title}`;
  const answered = qualityIndicator.questions.filter((question) => question.answered).length;
  const isIndicator = row?.rowKind === 'qualityIndicator';
  return (
    <EvidenceDropArea
      target={{ kind: 'quality-indicator', id: qualityIndicator.id }}
      className="stop stop--grade"
    >
      <StopHead position="Grade" previous={props.previous} next={props.next}>
        Quality indicator
      </StopHead>
      <div className="stop__question">
        <ScreenHeading title={`Grade of ${title}`} focusKey={qualityIndicator.id} className="stop__heading">
          {title}
        </ScreenHeading>
        {row !== undefined && <ProvenanceNote row={row} onCorrect={() => setIsCorrecting(true)} />}
        <Disclosure
          className="stop__guidance"
          summary={`Its questions: ${answered} of ${qualityIndicator.questions.length} answered`}
        >
          <ol>
            {qualityIndicator.questions.map((question) => (
              <li key={question.id}>
                <Link href={routes.walkAt(question.id)}>{question.text}</Link>
                {!question.answered && <span className="quiet"> (not answered)</span>}
              </li>
            ))}
          </ol>
        </Disclosure>
        {row !== undefined && (
          <Disclosure summary="Source" className="stop__guidance">
            <p className="quiet">
              {row.source}. {row.note}
            </p>
          </Disclosure>
        )}
        {isIndicator && <Illustrations veryGood={row.illustrationVeryGood} weak={row.illustrationWeak} />}
      </div>
      <FailureNotice failure={view.failure} title="The grade could not be read" onRetry={view.reload} />
      {view.value === undefined && view.failure === undefined && <Loading what="the grade" />}
      {view.value !== undefined && (
        <GradeFields
          number={qualityIndicator.number}
          view={view.value}
          takeEarly={takeEarly}
          status={qualityIndicator.status}
        />
      )}
      {isCorrecting && (
        <FrameworkRowDialog rowId={qualityIndicator.id} onClose={() => setIsCorrecting(false)} />
      )}
    </EvidenceDropArea>
  );
}

/** The guide's illustrations, which do not ship: they are there once an officer has filled them in. */
function Illustrations(props: { readonly veryGood: string; readonly weak: string }) {
  if (props.veryGood === '' && props.weak === '') return null;
  return (
    <Disclosure className="stop__guidance" summary="Illustrations from your copy of the guide">
      {props.veryGood !== '' && (
        <>
          <h2>Very good</h2>
          <p className="others__text">{props.veryGood}</p>
        </>
      )}
      {props.weak !== '' && (
        <>
          <h2>Weak</h2>
          <p className="others__text">{props.weak}</p>
        </>
      )}
    </Disclosure>
  );
}
