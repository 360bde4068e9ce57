import { useStore } from 'zustand';
import { WorkbookRoutes } from './WorkbookRoutes.tsx';
import { Frame } from './components/frame/Frame.tsx';
import { OpenProblemScreen } from './screens/open-problem/OpenProblemScreen.tsx';
import { StartScreen } from './screens/start/StartScreen.tsx';
import { useRendererState } from './state/RendererStateContext.tsx';

/** The start screens while no workbook is open; the frame with the screens of the workbook while one is. */
export function Screens() {
  const { session } = useRendererState();
  const phase = useStore(session.store, (state) => state.phase);
  const problem = useStore(session.store, (state) => state.problem);
  if (phase === 'starting') return null;
  if (problem !== null) return <OpenProblemScreen problem={problem} />;
  if (phase === 'closed') return <StartScreen />;
  return (
    <Frame>
      <WorkbookRoutes />
    </Frame>
  );
}
