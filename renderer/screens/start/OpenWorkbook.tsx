import { useState, type FormEvent } from 'react';
import type { StartView } from '../../../shared/api/views/workbookView.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useAction } from '../../state/useAction.ts';
import { RecentWorkbooks } from './RecentWorkbooks.tsx';

/** Workbooks opened before, and the way to one that was not: the host's own dialog, or a path where it has none. */
export function OpenWorkbook(props: {
  readonly start: StartView;
  readonly isBusy: boolean;
  readonly onOpen: (folder: string) => void;
  readonly onForgotten: () => void;
}) {
  const { client } = useRendererState();
  const [folder, setFolder] = useState('');
  const [error, setError] = useState<string | undefined>(undefined);
  const choosing = useAction(async () => {
    const chosen = await client.call('choose-workbook', {});
    if (chosen.folder !== null) props.onOpen(chosen.folder);
  });
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    const isGiven = folder.trim() !== '';
    setError(isGiven ? undefined : 'Enter the folder that holds the workbook.');
    if (isGiven) props.onOpen(folder.trim());
  };
  return (
    <section className="start__way" aria-labelledby="way-open">
      <h2 id="way-open" tabIndex={-1}>
        Open a workbook
      </h2>
      {props.start.recent.length === 0 && (
        <EmptyState why="No workbook has been opened on this computer yet." />
      )}
      <RecentWorkbooks
        recent={props.start.recent}
        isBusy={props.isBusy}
        onOpen={props.onOpen}
        onForgotten={props.onForgotten}
      />
      {props.start.host === 'electron' ? (
        <Button disabled={props.isBusy || choosing.isBusy} onClick={() => void choosing.run()}>
          Choose a workbook’s folder…
        </Button>
      ) : (
        <form className="start__form" noValidate onSubmit={handleSubmit}>
          <TextField label="Folder of a workbook" value={folder} onValue={setFolder} error={error} />
          <Button type="submit" disabled={props.isBusy}>
            Open this folder
          </Button>
        </form>
      )}
      <FailureNotice failure={choosing.failure} title="No folder could be chosen" />
    </section>
  );
}
