import type { WorkStatus } from '../../../shared/domain/gradeScale.ts';
import type { QuestionView } from '../../../shared/api/views/walkView.ts';
import { SavedText } from '../../components/SavedText.tsx';
import { useCatalogue } from '../../state/useCatalogue.ts';
import { LinkedEvidenceList } from './LinkedEvidenceList.tsx';
import { OtherAnswers } from './OtherAnswers.tsx';
import { PersonalDataNotice } from './PersonalDataNotice.tsx';
import { WorkOn } from './WorkOn.tsx';

/** The three questions of the method put to one question of the framework, with the evidence beside them. */
export function QuestionFields(props: {
  readonly view: QuestionView;
  /** "6.2, question 3". */
  readonly name: string;
  /** The work status, which follows from what is written where nobody has set one. */
  readonly status: WorkStatus;
}) {
  const { view, name } = props;
  const { methodQuestions } = useCatalogue();
  const [doing, knowing, next] = (['doing', 'knowing', 'next'] as const).map(
    (aspect) => methodQuestions.find((row) => row.aspect === aspect)?.text ?? aspect,
  );
  return (
    <div className="answer">
      <SavedText
        className="answer__doing"
        entity={view.answer}
        field="howAreWeDoing"
        label={doing}
        name={`${name}: ${doing}`}
        rows={6}
        aside={<PersonalDataNotice />}
      />
      <div className="answer__known">
        <SavedText
          entity={view.answer}
          field="howDoWeKnow"
          label={knowing}
          name={`${name}: ${knowing}`}
          rows={3}
        />
        <LinkedEvidenceList
          target={{ kind: 'question', id: view.questionId }}
          evidence={view.evidence}
          total={view.evidenceTotal}
        />
        <WorkOn
          entity={view.answer}
          label="Work on this answer"
          name={`${name}: work status`}
          status={props.status}
          what={`the answer to ${name}`}
        />
        <OtherAnswers others={view.others} />
      </div>
      <SavedText entity={view.answer} field="whatNext" label={next} name={`${name}: ${next}`} rows={3} />
    </div>
  );
}
