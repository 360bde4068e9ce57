import { Link } from 'wouter';
import type { MatrixView } from '../../../shared/api/views/outcomeView.ts';
import { routes } from '../../state/routes.ts';
import { useCatalogue } from '../../state/useCatalogue.ts';
import { countWords, numberWords } from '../../words/countWords.ts';
import { evidenceAddress } from '../evidence/evidenceAddress.ts';
import type { MatrixColumns } from './MatrixScreen.tsx';

/** The matrix as a real table. Headings stay in view; a gap is a word, and every number is a way to its evidence. */
export function MatrixTable(props: {
  readonly view: MatrixView;
  readonly columns: MatrixColumns;
  readonly columnWord: string;
}) {
  const { view, columns, columnWord } = props;
  const { outcomes } = useCatalogue();
  const levelOf = (id: string): string => outcomes.find((outcome) => outcome.id === id)?.number ?? '';
  return (
    <div className="table-scroll matrix-scroll" tabIndex={0} role="region" aria-label="Matrix">
      <table
        className={columns === 'quality-indicator' ? 'matrix-table' : 'matrix-table matrix-table--names'}
      >
        <caption className="visually-hidden">
          {`Pieces of evidence linked to each outcome and each ${columnWord}`}
        </caption>
        <thead>
          <tr>
            <th scope="col" className="matrix-corner">
              Outcome
            </th>
            {view.columns.map(({ id, label, title }) => (
              <th key={id} scope="col" title={title}>
                <span aria-hidden="true">{label}</span>
                <span className="visually-hidden">{title}</span>
              </th>
            ))}
            <th scope="col">All</th>
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <tr key={row.outcomeId}>
              <th scope="row">
                <span className="matrix-level">{levelOf(row.outcomeId)}</span>
                <Link href={routes.outcome(row.outcomeId)}>{row.title}</Link>
              </th>
              {view.columns.map((column, index) => (
                <td key={column.id}>
                  <MatrixCell
                    count={row.counts[index] ?? 0}
                    outcomeId={row.outcomeId}
                    columns={columns}
                    columnId={column.id}
                    name={`${row.title}, ${column.title}`}
                  />
                </td>
              ))}
              <td className="matrix-total">{numberWords(row.total)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MatrixCell(props: {
  readonly count: number;
  readonly outcomeId: string;
  readonly columns: MatrixColumns;
  readonly columnId: string;
  readonly name: string;
}) {
  const { count, outcomeId, columns, columnId, name } = props;
  if (count === 0) return <span className="matrix-gap">gap</span>;
  const address = evidenceAddress({
    linkedTo: { kind: 'outcome', id: outcomeId },
    ...(columns === 'partner' ? { partner: columnId } : { andLinkedTo: { kind: columns, id: columnId } }),
  });
  return (
    <Link
      href={address}
      className="matrix-number"
      aria-label={`${countWords(count, 'piece of evidence', 'pieces of evidence')}: ${name}`}
    >
      {numberWords(count)}
    </Link>
  );
}
