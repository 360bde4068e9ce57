import type { QualityIndicatorView } from '../../../shared/api/views/walkView.ts';
import { strengthRule } from '../../../shared/domain/evidenceStrength.ts';
import {
  statusWord,
  workStatuses,
  type GradeValue,
  type WorkStatus,
} from '../../../shared/domain/gradeScale.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { SavedSelect } from '../../components/SavedSelect.tsx';
import { SavedText } from '../../components/SavedText.tsx';
import { StrengthWords } from '../../components/StrengthWords.tsx';
import { HistoryButton } from '../history/HistoryButton.tsx';
import { GradeScale } from './GradeScale.tsx';
import { LinkedEvidenceList } from './LinkedEvidenceList.tsx';
import { PersonalDataNotice } from './PersonalDataNotice.tsx';
import { OtherRationales } from './OtherRationales.tsx';

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
          <div className="answer__work">
            <SavedSelect
              className="field--inline"
              entity={view.grade}
              field="status"
              label="Work on this grade"
              name={`${number}, grade: work status`}
              whenUnset={props.status}
              options={workStatuses.map((status) => ({ value: status, label: statusWord(status) }))}
            />
            <HistoryButton
              of={{ entity: 'grade', entityId: view.grade.entityId }}
              what={`the grade of ${number}`}
            />
          </div>
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
