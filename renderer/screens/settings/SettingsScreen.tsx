import { useLocation } from 'wouter';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { routes } from '../../state/routes.ts';
import { useAction } from '../../state/useAction.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { notSavedYet } from '../../state/saveFirst.ts';
import { useWorkbook } from '../../state/useWorkbook.ts';
import { BackupsSection } from './BackupsSection.tsx';
import { LaptopSection } from './LaptopSection.tsx';
import './settings.css';
import { WorkbookSettings } from './WorkbookSettings.tsx';

/** Everything that can be set: for the workbook, for this copy, for this computer; and the backups. */
export function SettingsScreen() {
  return (
    <div className="screen settings">
      <ScreenHeading title="Settings" />
      <div className="settings-columns">
        <WorkbookSettings />
        <div>
          <LaptopSection />
          <DataSection />
        </div>
      </div>
      <BackupsSection />
    </div>
  );
}

function DataSection() {
  const { client, session } = useRendererState();
  const { folder } = useWorkbook();
  const [, navigate] = useLocation();
  const showing = useAction(async () => {
    await client.call('show-in-folder', { path: folder });
  });
  const closing = useAction(async () => {
    if (!(await session.close())) throw notSavedYet();
    navigate(routes.start());
  });
  return (
    <section aria-labelledby="settings-data" className="settings-section">
      <h2 id="settings-data" className="section-heading">
        Where it is kept
      </h2>
      <p>
        This workbook, its files and its backups are kept in one folder on this computer, and nowhere else
        unless there is a second folder for backups:
      </p>
      <p className="settings-folder">{folder}</p>
      <div className="button-row">
        <Button disabled={showing.isBusy} onClick={() => void showing.run()}>
          Show in folder
        </Button>
        <Button disabled={closing.isBusy} onClick={() => void closing.run()}>
          Close this workbook
        </Button>
      </div>
      <FailureNotice failure={showing.failure} title="The folder was not opened" />
      <FailureNotice failure={closing.failure} title="The workbook was not closed" />
    </section>
  );
}
