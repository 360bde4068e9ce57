import { needsChecking } from '../../../shared/domain/frameworkRow.ts';
import type { FrameworkRow } from '../../../shared/domain/frameworkSchema.ts';
import { ProvenanceNote } from '../../components/ProvenanceNote.tsx';
import { useCatalogue } from '../../state/useCatalogue.ts';

/** Where a row's words come from: edition, source, note, how sure, and what that means for the reader. */
export function RowOrigin({ row }: { readonly row: FrameworkRow }) {
  const edition = useCatalogue().editions.find(({ id }) => id === row.editionId);
  return (
    <div className="row-origin">
      <ProvenanceNote row={row} />
      <dl className="row-origin-list">
        {edition !== undefined && <Line name="Edition" value={`${edition.title} (${edition.version})`} />}
        <Line name="Source" value={row.source} />
        {row.note !== '' && <Line name="Note" value={row.note} />}
        {edition !== undefined && <Line name="Use of the text" value={edition.licenceNote} />}
      </dl>
      {needsChecking(row) && (
        <p>
          These words were not read in the document itself. Compare them with your own copy, put them right
          here, and tick the box below.
        </p>
      )}
      {row.rowKind === 'qualityIndicator' && (
        <p>
          The guide’s own illustrations are the Care Inspectorate’s and are not part of this program. You can
          paste them here from your own copy of the guide.
        </p>
      )}
    </div>
  );
}

function Line({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
