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
import { GradeSection } from './GradeSection.tsx';
import { QuestionFields } from './QuestionFields.tsx';
import { StopHead } from './StopHead.tsx';
import { stopWords, type Stop } from './walkStops.ts';

/** One question of the walk: what is asked, what is answered, the evidence, and the grade beneath. */
export function QuestionStop(props: {
  readonly stop: Extract<Stop, { kind: 'question' }>;
  readonly previous: Stop | undefined;
  readonly next: Stop | undefined;
}) {
  const { question, qualityIndicator } = props.stop;
  const catalogue = useCatalogue();
  const row = findRow(catalogue, question.id);
  const view = useView('read-question', { question: question.id });
  const [isCorrecting, setIsCorrecting] = useState(false);
  const text = row?.rowKind === 'question' ? row.text : question.text;
  const guidance = row?.rowKind === 'question' ? row.guidance : '';
  return (
    <EvidenceDropArea target={{ kind: 'question', id: question.id }} className="stop">
      <StopHead
        position={`Question ${question.position} of ${qualityIndicator.questions.length}`}
        previous={props.previous}
        next={props.next}
      >
        <Link href={routes.walkAt(qualityIndicator.id)}>
          <span className="stop__number">{qualityIndicator.number}</span> {qualityIndicator.title}
        </Link>
      </StopHead>
      <div className="stop__question">
        <ScreenHeading title={text} focusKey={question.id} className="stop__heading" />
        {row !== undefined && <ProvenanceNote row={row} onCorrect={() => setIsCorrecting(true)} />}
        {row !== undefined && (
          <Disclosure summary="Guidance and source" className="stop__guidance">
            {guidance !== '' && (
              <p>
                {guidance} <span className="quiet">(in this workbook’s own words)</span>
              </p>
            )}
            <p className="quiet">
              Source: {row.source}. {row.note}
            </p>
          </Disclosure>
        )}
      </div>
      <FailureNotice failure={view.failure} title="The answer could not be read" onRetry={view.reload} />
      {view.value === undefined && view.failure === undefined && <Loading what="the answer" />}
      {view.value !== undefined && (
        <QuestionFields view={view.value} name={stopWords(props.stop)} status={question.status} />
      )}
      <GradeSection qualityIndicator={qualityIndicator} />
      {isCorrecting && <FrameworkRowDialog rowId={question.id} onClose={() => setIsCorrecting(false)} />}
    </EvidenceDropArea>
  );
}
