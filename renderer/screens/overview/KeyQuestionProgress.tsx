import { Link } from 'wouter';
import type { OverviewView } from '../../../shared/api/views/walkView.ts';
import { GradeMark } from '../../components/GradeMark.tsx';
import { StatusTag } from '../../components/StatusTag.tsx';
import { routes } from '../../state/routes.ts';
import { numberWords } from '../../words/countWords.ts';

/** Every quality indicator under its key question: grade on the line of six, answers, evidence, status. */
export function KeyQuestionProgress(props: { readonly overview: OverviewView }) {
  return (
    <section aria-labelledby="overview-progress" className="overview__progress">
      <h2 id="overview-progress" className="visually-hidden">
        Progress and grades
      </h2>
      <table className="table table-in-lines overview__table" aria-labelledby="overview-progress">
        <thead>
          <tr>
            <th scope="col">Quality indicator</th>
            <th scope="col" className="overview__grade">
              Grade
            </th>
            <th scope="col" className="overview__count">
              Answered
            </th>
            <th scope="col" className="overview__count">
              Evidence
            </th>
            <th scope="col" className="overview__status">
              Status
            </th>
          </tr>
        </thead>
        {props.overview.keyQuestions.map((keyQuestion) => (
          <tbody key={keyQuestion.id}>
            <tr className="overview__key-question">
              <th scope="rowgroup" colSpan={5}>
                {keyQuestion.title}
                <span className="quiet">
                  {' '}
                  · {keyQuestion.answered} of {keyQuestion.questions} answered
                </span>
              </th>
            </tr>
            {keyQuestion.grades.map((row) => (
              <tr key={row.qualityIndicatorId}>
                <th scope="row" className="overview__indicator">
                  <span className="overview__number">{row.number}</span>
                  <Link href={routes.walkAt(row.qualityIndicatorId)}>{row.title}</Link>
                </th>
                <td className="overview__grade">
                  <GradeMark grade={row.grade} isInConflict={row.conflict} />
                </td>
                <td className="overview__count" data-heading="Answered">
                  {row.answered}/{row.questions}
                </td>
                <td className="overview__count" data-heading="Evidence">
                  {numberWords(row.evidence)}
                </td>
                <td>
                  <StatusTag status={row.status} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}
