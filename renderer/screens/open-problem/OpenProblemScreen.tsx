import type { OpenProblem } from '../../state/session.ts';
import { Button } from '../../components/Button.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useAction } from '../../state/useAction.ts';
import { BackupOffer } from './BackupOffer.tsx';
import { BackupsFound } from './BackupsFound.tsx';
import { openProblemWords } from './openProblemWords.ts';

/** A workbook that could not be opened: what is wrong with it, that it was left alone, and a way on. */
export function OpenProblemScreen(props: { readonly problem: OpenProblem }) {
  const { session } = useRendererState();
  const { folder, failure } = props.problem;
  const words = openProblemWords(failure.code);
  const again = useAction(async () => {
    if (folder !== null) await session.open(folder);
  });
  return (
    <main className="plain-screen">
      <ScreenHeading title={words.title} />
      <p role="alert">{failure.message}</p>
      {folder !== null && (
        <p className="quiet">
          Folder: <span className="start__folder">{folder}</span>
        </p>
      )}
      <p>{words.advice}</p>
      {failure.code === 'damaged' && <BackupOffer folder={folder} />}
      {failure.code === 'not-a-workbook' && folder !== null && <BackupsFound folder={folder} />}
      <div className="button-row">
        {words.mayHelpToTryAgain && folder !== null && (
          <Button look="primary" disabled={again.isBusy} onClick={() => void again.run()}>
            Try again
          </Button>
        )}
        <Button onClick={session.dismissProblem}>Go back</Button>
      </div>
    </main>
  );
}
