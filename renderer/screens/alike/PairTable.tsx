import { Link } from 'wouter';
import type { AlikePair } from '../../../shared/api/views/consolidationView.ts';
import { evidenceKinds } from '../../../shared/domain/entityCatalogue.ts';
import { evidenceKindWord } from '../../../shared/domain/evidenceKind.ts';
import { routes } from '../../state/routes.ts';
import { countWords } from '../../words/countWords.ts';
import { evidenceDateWords } from '../../words/dateWords.ts';

type Item = AlikePair['one'];

const rows: readonly { readonly name: string; readonly words: (item: Item) => string }[] = [
  { name: 'Title', words: ({ title }) => title || 'Without a title' },
  { name: 'Kind', words: ({ kind }) => kindWords(kind) },
  { name: 'Date or period', words: ({ date }) => dateWords(date) },
  { name: 'Source', words: ({ source }) => source || 'Not written' },
  { name: 'What it shows', words: ({ shows }) => shows || 'Not written' },
  { name: 'Partner', words: ({ partnerName }) => partnerName || 'No partner' },
  { name: 'Files', words: ({ attachments }) => countWords(attachments, 'file') },
  { name: 'Used in', words: ({ usedIn }) => countWords(usedIn, 'place') },
];

/** Two pieces of evidence side by side: what is the same stands once, across both. */
export function PairTable({ pair }: { readonly pair: AlikePair }) {
  const { one, other } = pair;
  return (
    <table className="table alike-table">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">What is compared</span>
          </th>
          <th scope="col">
            <Link href={routes.evidenceItem(one.evidenceId)}>
              Open<span className="visually-hidden"> the first: {one.title}</span>
            </Link>
          </th>
          <th scope="col">
            <Link href={routes.evidenceItem(other.evidenceId)}>
              Open<span className="visually-hidden"> the second: {other.title}</span>
            </Link>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, words }) => {
          const [first, second] = [words(one), words(other)];
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              {first === second ? (
                <td colSpan={2}>
                  {first} <span className="alike-same">the same</span>
                </td>
              ) : (
                <>
                  <td className="alike-differs">{first}</td>
                  <td className="alike-differs">{second}</td>
                </>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function kindWords(kind: string): string {
  const known = evidenceKinds.find((candidate) => candidate === kind);
  return known === undefined ? kind || 'No kind' : evidenceKindWord(known);
}

/** Dates are written as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; anything else is a period in words. */
function dateWords(date: string): string {
  if (date === '') return 'No date';
  return /^\d{4}(-\d{2}){0,2}$/.test(date) ? evidenceDateWords(date) : date;
}
