import type { SearchHit } from '../../../shared/api/views/searchView.ts';
import { partsOfAttachment, partsOfLink, partsOfVoiced } from '../../../shared/domain/entityIdentity.ts';
import { findRow } from '../../../shared/domain/frameworkRow.ts';
import type { Catalogue } from '../../../shared/domain/frameworkSchema.ts';
import { routes } from '../../state/routes.ts';
import { correctableTexts } from '../framework-row/correctableTexts.ts';

/** The address of the screen that shows an entity; undefined where no screen does yet. */
export function hitAddress(
  hit: Pick<SearchHit, 'entity' | 'entityId'>,
  catalogue: Catalogue,
): string | undefined {
  switch (hit.entity) {
    case 'answer':
    case 'grade':
      return routes.walkAt(partsOfVoiced(hit.entityId)?.subject ?? hit.entityId);
    case 'evidence':
      return routes.evidenceItem(hit.entityId);
    case 'attachment':
      return evidenceAddressOf(partsOfAttachment(hit.entityId)?.evidenceId);
    case 'link':
      return evidenceAddressOf(partsOfLink(hit.entityId)?.evidenceId);
    case 'framework-row':
      return frameworkRowAddress(hit.entityId, catalogue);
    case 'partner':
      return routes.frameworkRow(hit.entityId);
    case 'workbook':
      return routes.settings();
    default:
      return undefined;
  }
}

function evidenceAddressOf(evidenceId: string | undefined): string | undefined {
  return evidenceId === undefined ? undefined : routes.evidenceItem(evidenceId);
}

function frameworkRowAddress(rowId: string, catalogue: Catalogue): string | undefined {
  const row = findRow(catalogue, rowId);
  if (row?.rowKind === 'outcome') return routes.outcome(rowId);
  if (row?.rowKind === 'question' || row?.rowKind === 'qualityIndicator') {
    return routes.walkAt(rowId);
  }
  return row === undefined || correctableTexts(row).length === 0 ? undefined : routes.frameworkRow(rowId);
}
