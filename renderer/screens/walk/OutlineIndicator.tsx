import { Link } from 'wouter';
import { gradeLabel, statusWord, type WorkStatus } from '../../../shared/domain/gradeScale.ts';
import { routes } from '../../state/routes.ts';
import { countWords } from '../../words/countWords.ts';
import type { OutlineQualityIndicator, OutlineQuestion, Stop } from './walkStops.ts';

/** A quality indicator in the outline; its questions and grade beneath it when it is open. */
export function OutlineIndicator(props: {
  readonly indicator: OutlineQualityIndicator;
  readonly stop: Stop | undefined;
  readonly isOpen: boolean;
}) {
  const { indicator, stop } = props;
  const isHere = stop?.qualityIndicator.id === indicator.id;
  return (
    <li className={isHere ? 'outline__indicator is-here' : 'outline__indicator'}>
      <Link className="outline__link" href={routes.walkAt(indicator.questions[0]?.id ?? indicator.id)}>
        <span className="outline__number">{indicator.number}</span>
        <span className="outline__title">{indicator.title}</span>
        <GradeInOutline indicator={indicator} />
      </Link>
      {props.isOpen && (
        <ol className="outline__questions">
          {indicator.questions.map((question) => (
            <li key={question.id}>
              <Link
                className="outline__link"
                href={routes.walkAt(question.id)}
                aria-current={stop?.id === question.id ? 'step' : undefined}
              >
                <span className="outline__number">{question.position}</span>
                <span className="outline__title">{question.text}</span>
                <QuestionState question={question} />
              </Link>
            </li>
          ))}
          <li>
            <Link
              className="outline__link"
              href={routes.walkAt(indicator.id)}
              aria-current={stop?.id === indicator.id ? 'step' : undefined}
            >
              <span className="outline__number" aria-hidden="true" />
              <span className="outline__title">Grade</span>
              <span className="visually-hidden">of {indicator.number}</span>
            </Link>
          </li>
        </ol>
      )}
    </li>
  );
}

function GradeInOutline({ indicator }: { readonly indicator: OutlineQualityIndicator }) {
  const { grade, gradeConflict } = indicator;
  if (gradeConflict) return <span className="outline__state is-conflict">not settled</span>;
  if (grade === null) {
    return (
      <span className="outline__state">
        <span aria-hidden="true">–</span>
        <span className="visually-hidden">, no grade yet</span>
      </span>
    );
  }
  const short = typeof grade === 'number' ? String(grade) : shortWords[grade];
  return (
    <span className={typeof grade === 'number' ? 'outline__grade' : 'outline__state'}>
      <span aria-hidden="true">{short}</span>
      <span className="visually-hidden">, {gradeLabel(grade)}</span>
    </span>
  );
}

const shortWords = { 'not-yet-evaluated': 'not yet', 'not-enough-evidence': 'not enough' } as const;

function QuestionState({ question }: { readonly question: OutlineQuestion }) {
  const evidence = `${countWords(question.evidence, 'piece')} of evidence`;
  if (question.conflict) return <span className="outline__state is-conflict">not settled</span>;
  const words = question.answered ? 'answered' : 'not answered';
  return (
    <span className="outline__state">
      <span aria-hidden="true">{shortStatus[question.status] ?? (question.answered ? '✓' : '')}</span>
      <span className="visually-hidden">
        , {words}, {statusWord(question.status)}, {evidence}
      </span>
    </span>
  );
}

/** Only what says more than that there is an answer. */
const shortStatus: Partial<Readonly<Record<WorkStatus, string>>> = {
  'ready-for-review': 'review',
  agreed: 'agreed',
};
