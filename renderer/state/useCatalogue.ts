import { useStore } from 'zustand';
import type { Catalogue } from '../../shared/domain/frameworkSchema.ts';
import { useRendererState } from './RendererStateContext.tsx';

/** The frameworks with this workbook's corrections. Only for screens inside the frame. */
export function useCatalogue(): Catalogue {
  const { session } = useRendererState();
  const catalogue = useStore(session.store, (state) => state.catalogue);
  if (catalogue === null) throw new Error('A screen of the workbook was drawn without frameworks');
  return catalogue;
}
