import { ShareTabs } from '../../components/frame/ShareTabs.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { SafekeepingJobs } from './SafekeepingJobs.tsx';

/** Backups on purpose and the check of everything. */
export function SafekeepingScreen() {
  return (
    <div className="screen screen--text">
      <ScreenHeading title="Backups and check" />
      <ShareTabs />
      <SafekeepingJobs />
    </div>
  );
}
