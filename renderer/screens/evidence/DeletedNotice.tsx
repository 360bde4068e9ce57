import { useEffect } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import { focusHeading } from '../../state/focusHeading.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useAction } from '../../state/useAction.ts';
import { useWorkbook } from '../../state/useWorkbook.ts';
import { deletedNotice, nothingDeleted } from './deletedNotice.ts';

/** Says what was just deleted and takes it back when asked; goes with the screen and with the next change. */
export function DeletedNotice() {
  const { session } = useRendererState();
  const { title, savedAt } = useStore(deletedNotice);
  const isLastChange = useWorkbook().lastSavedAt === savedAt;
  const undoing = useAction(async () => {
    await session.undo();
    deletedNotice.setState(nothingDeleted);
    focusHeading();
  });
  useEffect(() => () => deletedNotice.setState(nothingDeleted), []);
  useEffect(() => {
    // As when the deletion was undone by its key, from the button here.
    if (!isLastChange && document.activeElement === document.body) focusHeading();
  }, [isLastChange]);
  if (title === null || !isLastChange) return null;
  return (
    <Notice kind="success" title={`“${title}” was deleted`}>
      <Button disabled={undoing.isBusy} onClick={() => void undoing.run()}>
        Undo the deletion
      </Button>
      <FailureNotice failure={undoing.failure} title="It was not undone" />
    </Notice>
  );
}
