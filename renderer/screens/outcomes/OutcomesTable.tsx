import { Link } from 'wouter';
import type { OutcomesView } from '../../../shared/api/views/outcomeView.ts';
import { findRow } from '../../../shared/domain/frameworkRow.ts';
import { StrengthWords } from '../../components/StrengthWords.tsx';
import { routes } from '../../state/routes.ts';
import { useCatalogue } from '../../state/useCatalogue.ts';
import { numberWords } from '../../words/countWords.ts';
import { evidenceDateWords } from '../../words/dateWords.ts';
import { KindsMeter } from './KindsMeter.tsx';

/** The outcomes of one group, a row each. */
export function OutcomesTable(props: {
  readonly title: string;
  readonly outcomes: OutcomesView['outcomes'];
}) {
  const catalogue = useCatalogue();
  const numberOf = (id: string): string => {
    const row = findRow(catalogue, id);
    return row?.rowKind === 'outcome' ? row.number.replace(/^\D+/, '') : '';
  };
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={`${props.title}, table`}>
      <table className="table table-in-lines outcomes-table">
        <thead>
          <tr>
            <th scope="col">Outcome</th>
            <th scope="col" className="number">
              Evidence
            </th>
            <th scope="col">Kinds</th>
            <th scope="col">Newest</th>
            <th scope="col" className="number">
              Partners
            </th>
            <th scope="col">Strength and what would add to it</th>
          </tr>
        </thead>
        <tbody>
          {props.outcomes.map((outcome) => (
            <tr key={outcome.id}>
              <th scope="row" className="outcomes-title">
                <span className="outcomes-number">{numberOf(outcome.id)}</span>
                <Link href={routes.outcome(outcome.id)}>{outcome.title}</Link>
              </th>
              <td className="number" data-heading="Evidence">
                {numberWords(outcome.evidence)}
              </td>
              <td data-heading="Kinds">
                <KindsMeter kinds={outcome.kinds} />
              </td>
              <td className="outcomes-newest" data-heading="Newest">
                {outcome.newest === null ? 'None dated' : evidenceDateWords(outcome.newest)}
              </td>
              <td className="number" data-heading="Partners">
                {numberWords(outcome.partners)}
              </td>
              <td>
                <StrengthWords level={outcome.level} advice={outcome.advice} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
