import { Link } from 'wouter';
import type { OutcomeView } from '../../../shared/api/views/outcomeView.ts';
import { evidenceKindWord } from '../../../shared/domain/evidenceKind.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { whenInWords } from '../../components/evidence/evidenceDate.ts';
import { routes } from '../../state/routes.ts';
import { countWords, numberWords } from '../../words/countWords.ts';
import { evidenceAddress } from '../evidence/evidenceAddress.ts';

/** The first page of an outcome's evidence, and the way to all of it. */
export function OutcomeEvidence(props: { readonly view: OutcomeView; readonly outcomeId: string }) {
  const { rows, total } = props.view;
  const address = evidenceAddress({ linkedTo: { kind: 'outcome', id: props.outcomeId } });
  return (
    <section aria-labelledby="outcome-evidence">
      <h2 id="outcome-evidence" className="section-heading">
        {total === 0 ? 'Evidence' : countWords(total, 'piece of evidence', 'pieces of evidence')}
      </h2>
      {total === 0 ? (
        <EmptyState why="Nothing shows yet how this outcome is met. Add evidence, or link what is in the register." />
      ) : (
        <div className="table-scroll" tabIndex={0} role="region" aria-label="Evidence, table">
          <table className="table outcome-evidence">
            <thead>
              <tr>
                <th scope="col">Title</th>
                <th scope="col">Kind</th>
                <th scope="col">Date or period</th>
                <th scope="col">Partner</th>
                <th scope="col" className="number">
                  Used in
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    <Link href={routes.evidenceItem(row.id)}>
                      {row.title === '' ? 'Without a title' : row.title}
                    </Link>
                  </th>
                  <td>{row.kind === null ? 'No kind' : evidenceKindWord(row.kind)}</td>
                  <td>{whenInWords(row)}</td>
                  <td>{row.partnerName ?? 'No partner'}</td>
                  <td className="number">{numberWords(row.usedIn)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {total > 0 && (
        <p>
          {total > rows.length && `The first ${numberWords(rows.length)} are shown. `}
          <Link href={address}>Open all of it in the register</Link>
        </p>
      )}
    </section>
  );
}
