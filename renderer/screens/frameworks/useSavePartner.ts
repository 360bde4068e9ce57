import { useEffect, useRef } from 'react';
import type { Partner } from '../../../shared/domain/frameworkOutcomeRows.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';

/**
 * Saving what was written of a partner, or throwing it away. The window may be closed meanwhile, or another screen come up:
 * then a name is saved rather than lost.
 */
export function useSavePartner(
  partner: Partner | null,
  written: { readonly name: string; readonly kind: string },
  onDone: () => void,
): { readonly save: () => Promise<void>; readonly discard: () => void; readonly isChanged: boolean } {
  const { client, session } = useRendererState();
  const name = written.name.trim();
  const isOwn = partner === null || partner.editionId === 'workbook';
  const isRenamed = name !== '' && name !== (partner?.title ?? '');
  const isChanged = isRenamed || (partner !== null && isOwn && written.kind !== partner.bodyKind);
  const isDone = useRef(false);

  async function send(): Promise<void> {
    if (isDone.current || !isChanged || name === '') return;
    isDone.current = true;
    try {
      const saved = await client.call('edit', {
        entity: 'partner',
        ...(partner === null ? {} : { entityId: partner.id }),
        set: isOwn ? { name, bodyKind: written.kind } : { name },
      });
      session.changed(saved.savedAt);
    } catch (caught) {
      isDone.current = false;
      throw caught;
    }
    await session.reloadCatalogue();
  }
  const latest = useRef(send);
  latest.current = send;
  useEffect(
    () =>
      client.onBeforeClose(() =>
        latest.current().then(
          () => true,
          // The window stays open with the name in it; pressing the button says what is wrong.
          () => false,
        ),
      ),
    [client],
  );
  useEffect(() => () => void latest.current().catch(() => undefined), []);
  return {
    save: async () => {
      await send();
      isDone.current = true;
      onDone();
    },
    discard: () => {
      isDone.current = true;
      onDone();
    },
    isChanged,
  };
}
