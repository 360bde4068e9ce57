import { useStore } from 'zustand';
import type { WorkbookView } from '../../shared/api/views/workbookView.ts';
import { useRendererState } from './RendererStateContext.tsx';

/** The open workbook: name, round, voice, counts. Only for screens inside the frame. */
export function useWorkbook(): WorkbookView {
  const { session } = useRendererState();
  const workbook = useStore(session.store, (state) => state.workbook);
  if (workbook === null) throw new Error('A screen of the workbook was drawn without one');
  return workbook;
}
