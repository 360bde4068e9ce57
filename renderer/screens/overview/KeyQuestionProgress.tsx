import { Link } from 'wouter';
import type { OverviewView } from '../../../shared/api/views/walkView.ts';
import { GradeMark } from '../../components/GradeMark.tsx';
import { StatusTag } from '../../components/StatusTag.tsx';
import { routes } from '../../state/routes.ts';
import { countWords } from '../../words/countWords.ts';

/** Every quality indicator under its key question: grade on the line of six, answers, evidence, status. */
export function KeyQuestionProgress(props: { readonly overview: OverviewView }) {
  return (
    <section aria-labelledby="overview-progress" className="overview__progress">
      <h2 id="overview-progress" className="visually-hidden">
        Progress and grades
      </h2>
      {props.overview.keyQuestions.map((keyQuestion) => (
        <table key={keyQuestion.id} className="table overview__table">
          <caption className="overview__caption">
            {keyQuestion.title}
            <span className="quiet">
              {' '}
              · {keyQuestion.answered} of {keyQuestion.questions} answered
            </span>
          </caption>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">Quality indicator</th>
              <th scope="col">Grade</th>
              <th scope="col">Answered</th>
              <th scope="col">Evidence</th>
              <th scope="col">Status</th>
            </tr>
          </thead>
          <tbody>
            {keyQuestion.grades.map((row) => (
              <tr key={row.qualityIndicatorId}>
                <th scope="row" className="overview__indicator">
                  <span className="overview__number">{row.number}</span>
                  <Link href={routes.walkAt(row.qualityIndicatorId)}>{row.title}</Link>
                </th>
                <td className="overview__grade">
                  <GradeMark grade={row.grade} isInConflict={row.conflict} />
                </td>
                <td className="number">
                  {row.answered}/{row.questions}
                  <span className="visually-hidden"> questions answered</span>
                </td>
                <td className="number">
                  <span className="overview__evidence">{countWords(row.evidence, 'piece')} of evidence</span>
                </td>
                <td>
                  <StatusTag status={row.status} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}
