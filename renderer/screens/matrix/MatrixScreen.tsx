import { Link } from 'wouter';
import type { MatrixView, matrixColumnKinds } from '../../../shared/api/views/outcomeView.ts';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Loading } from '../../components/Loading.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { routes } from '../../state/routes.ts';
import { useView } from '../../state/useView.ts';
import { countWords } from '../../words/countWords.ts';
import { MatrixTable } from './MatrixTable.tsx';
import './matrix.css';

export type MatrixColumns = (typeof matrixColumnKinds)[number];

const words: Readonly<Record<MatrixColumns, string>> = {
  'quality-indicator': 'quality indicator',
  partner: 'partner',
  'pathway-point': 'pathway point',
};

/** How many pieces of evidence belong to each outcome and to each quality indicator, partner or pathway point. */
export function MatrixScreen({ columns }: { readonly columns: MatrixColumns }) {
  const { value, failure, reload } = useView('read-matrix', { columns });
  return (
    <div className="screen screen--full matrix">
      <header className="matrix-head">
        <div>
          <Link href={routes.outcomes()}>Back to all outcomes</Link>
          <ScreenHeading title={`Outcomes by ${words[columns]}`} focusKey={columns} />
        </div>
        <nav aria-label="Other matrices" className="matrix-others">
          {(['quality-indicator', 'partner', 'pathway-point'] as const).map((kind) => (
            <Link
              key={kind}
              href={routes.matrix(kind)}
              {...(kind === columns ? { 'aria-current': 'page' as const } : {})}
            >
              {`By ${words[kind]}`}
            </Link>
          ))}
        </nav>
      </header>
      <FailureNotice failure={failure} title="The matrix could not be read" onRetry={reload} />
      {value === undefined && failure === undefined && <Loading what="the matrix" />}
      {value !== undefined && (
        <>
          <p>{gapsInWords(value)}</p>
          <MatrixTable view={value} columns={columns} columnWord={words[columns]} />
        </>
      )}
    </div>
  );
}

function gapsInWords(view: MatrixView): string {
  const cells = view.rows.length * view.columns.length;
  const gaps = view.rows.flatMap(({ counts }) => counts).filter((count) => count === 0).length;
  if (gaps === 0) return 'Every cell has evidence. A number opens its evidence.';
  if (gaps === cells) return 'No evidence is linked to both sides of any cell yet: every cell is a gap.';
  return `${countWords(gaps, 'cell')} of ${String(cells)} ${gaps === 1 ? 'is a gap' : 'are gaps'}: no evidence is linked to both. A number opens its evidence.`;
}
