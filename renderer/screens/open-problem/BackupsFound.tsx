import { useView } from '../../state/useView.ts';
import { BackupOffer } from './BackupOffer.tsx';

/** The backups in a folder that is no workbook's, such as one of a second folder for backups. Draws nothing without any. */
export function BackupsFound({ folder }: { readonly folder: string }) {
  const { value } = useView('list-backups', { folder });
  if (value === undefined || value.backups.length === 0) return null;
  return (
    <section aria-labelledby="backups-found" className="stack">
      <h2 id="backups-found" className="section-heading">
        But there are backups in it
      </h2>
      <p>Opening one makes a workbook of it on this computer. The backups stay here as they are.</p>
      <BackupOffer folder={folder} />
    </section>
  );
}
