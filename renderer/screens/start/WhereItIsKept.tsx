import type { StartView } from '../../../shared/api/views/workbookView.ts';
import { recentWords } from '../../words/dateWords.ts';

/** One line on where the work is, that it stays there, and when it was last backed up. */
export function WhereItIsKept(props: { readonly start: StartView }) {
  const { dataFolder, recent, appVersion } = props.start;
  const backups = recent.map((one) => one.lastBackupAt).filter((at) => at !== null);
  const newest = backups.toSorted().at(-1);
  return (
    <footer className="start__foot">
      <p>
        Workbooks are kept in <span className="start__folder">{dataFolder}</span>. Nothing leaves this
        computer by itself.{' '}
        {newest === undefined
          ? 'No backup has been made yet; the first one is made when a workbook is opened.'
          : `Last backed up ${recentWords(newest, new Date())}.`}
      </p>
      <p className="quiet">Version {appVersion}</p>
    </footer>
  );
}
