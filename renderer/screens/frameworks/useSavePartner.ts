import type { Partner } from '../../../shared/domain/frameworkOutcomeRows.ts';
import type { Action } from '../../state/useAction.ts';
import { useCatalogueEdit } from '../../state/useCatalogueEdit.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';

/** Saving what was written of a partner, or throwing it away; left in another way it is saved, if it has a name. */
export function useSavePartner(
  partner: Partner | null,
  written: { readonly name: string; readonly kind: string },
  onDone: () => void,
): { readonly saving: Action<[]>; readonly discard: () => void; readonly isChanged: boolean } {
  const { client } = useRendererState();
  const name = written.name.trim();
  const isOwn = partner === null || partner.editionId === 'workbook';
  const isRenamed = name !== '' && name !== (partner?.title ?? '');
  const isChanged = isRenamed || (partner !== null && isOwn && written.kind !== partner.bodyKind);
  const edit = useCatalogueEdit({
    isChanged: isChanged && name !== '',
    write: () =>
      client.call('edit', {
        entity: 'partner',
        ...(partner === null ? {} : { entityId: partner.id }),
        set: isOwn ? { name, bodyKind: written.kind } : { name },
      }),
    onDone,
  });
  return { ...edit, isChanged };
}
