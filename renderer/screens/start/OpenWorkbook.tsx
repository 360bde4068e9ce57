import { useState, type FormEvent } from 'react';
import type { InputOf } from '../../../shared/api/contract.ts';
import type { StartView } from '../../../shared/api/views/workbookView.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useAction } from '../../state/useAction.ts';
import { BringInPacket } from './BringInPacket.tsx';
import { RecentWorkbooks } from './RecentWorkbooks.tsx';

/**
 * Workbooks opened before, and the ways to one that was not: the host's own dialog or a path for a workbook's folder, and a
 * packet that somebody has sent.
 */
export function OpenWorkbook(props: {
  readonly start: StartView;
  readonly isBusy: boolean;
  readonly onOpen: (folder: string) => void;
  readonly onForgotten: () => void;
  /** Rejects with why the packet was refused. */
  readonly onBringIn: (input: InputOf<'create-from-packet'>) => Promise<void>;
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
        Open or bring in a file
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
      <BringInPacket start={props.start} isBusy={props.isBusy} onBringIn={props.onBringIn} />
    </section>
  );
}
