import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { HistoryList } from './HistoryList.tsx';

const everything = {};

/** Every change of the workbook, newest first. */
export function HistoryScreen() {
  return (
    <div className="screen screen--text">
      <ScreenHeading title="History" />
      <p>
        Every change, with who made it and on which copy of the workbook. Nothing is ever overwritten: any
        earlier value can be brought back, and what stood in its place stays here.
      </p>
      <HistoryList of={everything} areLabelsLinks />
    </div>
  );
}
