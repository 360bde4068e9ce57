import { Button } from '../../components/Button.tsx';
import { useHost } from '../../components/evidence/useHost.ts';
import { LaptopTextField } from './LaptopTextField.tsx';

const label = 'Second folder for backups';
const hint =
  'Each checked backup is copied there as well: a stick, or another drive. Attached files are not in backups.';

/** Where backups go as well: chosen in the system's dialog, or typed where there is none. */
export function SecondBackupFolder(props: {
  readonly folder: string | null;
  readonly onChange: (folder: string | null) => Promise<boolean>;
  readonly onChoose: () => Promise<boolean>;
}) {
  const { folder, onChange } = props;
  const host = useHost();
  if (host === undefined) return null;
  if (host !== 'electron') {
    return (
      <LaptopTextField
        label={label}
        hint={`${hint} Leave it empty for none.`}
        value={folder ?? ''}
        onSave={(typed) => onChange(typed.trim() === '' ? null : typed.trim())}
      />
    );
  }
  return (
    <div role="group" aria-label={label} className="stack">
      <p>
        <strong>{label}</strong>
        <br />
        <span className="quiet">{hint}</span>
      </p>
      <p className="settings-folder">{folder ?? 'None'}</p>
      <div className="button-row">
        <Button onClick={() => void props.onChoose()}>Choose a folder…</Button>
        {folder !== null && (
          <Button look="quiet" onClick={() => void onChange(null)}>
            Use none
          </Button>
        )}
      </div>
    </div>
  );
}
