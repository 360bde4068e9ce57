import type { QualityIndicatorView } from '../../../shared/api/views/walkView.ts';
import { strengthRule } from '../../../shared/domain/evidenceStrength.ts';
import type { GradeValue, WorkStatus } from '../../../shared/domain/gradeScale.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { SavedText } from '../../components/SavedText.tsx';
import { StrengthWords } from '../../components/StrengthWords.tsx';
import { GradeScale } from './GradeScale.tsx';
import { LinkedEvidenceList } from './LinkedEvidenceList.tsx';
import { PersonalDataNotice } from './PersonalDataNotice.tsx';
import { OtherRationales } from './OtherRationales.tsx';
import { WorkOn } from './WorkOn.tsx';

/** The grade, why, what next, and the evidence of the quality indicator. */
export function GradeFields(props: {
  readonly number: string;
  readonly view: QualityIndicatorView;
  readonly takeEarly: () => GradeValue | null;
  /** The work status, which follows from what is given where nobody has set one. */
  readonly status: WorkStatus;
}) {
  const { number, view } = props;
  return (
    <>
      <section className="grade" aria-label={`Grade of ${number}`}>
        <GradeScale number={number} view={view} takeEarly={props.takeEarly} />
      </section>
      <div className="answer">
        <SavedText
          className="answer__doing"
          entity={view.grade}
          field="rationale"
          label="Why this grade?"
          name={`${number}, grade: why this grade`}
          aside={<PersonalDataNotice />}
        />
        <div className="answer__known">
          <p>
            Evidence: <StrengthWords level={view.strength.level} advice={view.strength.advice} />
          </p>
          <Disclosure summary="How strength is worked out">
            <p>{strengthRule}</p>
          </Disclosure>
          <LinkedEvidenceList
            target={{ kind: 'quality-indicator', id: view.qualityIndicatorId }}
            evidence={view.evidence}
            total={view.evidenceTotal}
          />
          <WorkOn
            entity={view.grade}
            label="Work on this grade"
            name={`${number}, grade: work status`}
            status={props.status}
            what={`the grade of ${number}`}
          />
          <OtherRationales others={view.others} />
        </div>
        <SavedText
          entity={view.grade}
          field="whatNext"
          label="What next?"
          name={`${number}, grade: what next`}
          rows={3}
        />
      </div>
    </>
  );
}
