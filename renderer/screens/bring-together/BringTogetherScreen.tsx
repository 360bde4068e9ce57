import { BringTogetherTabs } from '../../components/frame/BringTogetherTabs.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { useWorkbook } from '../../state/useWorkbook.ts';
import './bring-together.css';
import { ConsolidationsSoFar } from './ConsolidationsSoFar.tsx';
import { Desk } from './Desk.tsx';
import { useDeskState } from './deskState.ts';
import { RehearsalNotice } from './RehearsalNotice.tsx';

/** Where packets and returned workbooks are laid out, looked at and taken in, and where that is undone. */
export function BringTogetherScreen() {
  const { isRehearsal } = useWorkbook();
  const { lot } = useDeskState();
  return (
    <div className="screen bring-together">
      <ScreenHeading title="Bring together" />
      <BringTogetherTabs />
      {isRehearsal && <RehearsalNotice />}
      <Desk key={lot} />
      <ConsolidationsSoFar />
    </div>
  );
}
