import { labelOf } from '../../../shared/domain/frameworkRow.ts';
import type { FrameworkRow } from '../../../shared/domain/frameworkSchema.ts';
import { ProvenanceNote } from '../../components/ProvenanceNote.tsx';
import { useCatalogue } from '../../state/useCatalogue.ts';
import { countWords } from '../../words/countWords.ts';
import { type EditionGroup, placeOf } from './frameworkGroups.ts';

/** The texts of one edition, list by list. */
export function EditionTexts(props: {
  readonly group: EditionGroup;
  readonly onCorrect: (rowId: string) => void;
}) {
  const { edition, lists } = props.group;
  const catalogue = useCatalogue();
  const headingId = `edition-${edition.id}`;
  return (
    <section aria-labelledby={headingId} className="stack">
      <h2 id={headingId} className="section-heading">
        {`${edition.title} (${edition.version})`}
      </h2>
      <p className="quiet">
        {`${edition.publisher}${edition.status === 'superseded' ? ', since superseded' : ''}. ${edition.note}`}
      </p>
      {lists.map(({ title, rows }) => (
        <div key={title}>
          <h3 className="frameworks-list">
            {title} <span className="quiet">{countWords(rows.length, 'text')}</span>
          </h3>
          <ul className="plain-list">
            {rows.map((row) => (
              <li key={row.id} className="frameworks-row">
                <p>
                  <span className="frameworks-place">{placeOf(row, catalogue)}</span> {labelOf(row)}
                  {furtherWords(row) !== '' && (
                    <span className="frameworks-further">{furtherWords(row)}</span>
                  )}
                </p>
                <ProvenanceNote row={row} what={labelOf(row)} onCorrect={() => props.onCorrect(row.id)} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

/** What a row says beyond its label. */
function furtherWords(row: FrameworkRow): string {
  if (row.rowKind === 'keyQuestion') return row.text;
  if (row.rowKind === 'scalePoint') return `${row.definition}. ${row.text}`;
  if (row.rowKind === 'area' && row.title === '') return 'Its title was found in no source.';
  return '';
}
