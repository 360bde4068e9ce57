import { useEffect } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import { focusHeading } from '../../state/focusHeading.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useAction } from '../../state/useAction.ts';
import { deletedNotice } from './deletedNotice.ts';

/** Says what was just deleted and takes it back when asked; goes with the screen. */
export function DeletedNotice() {
  const { session } = useRendererState();
  const title = useStore(deletedNotice, (state) => state.title);
  const undoing = useAction(async () => {
    await session.undo();
    deletedNotice.setState({ title: null });
    focusHeading();
  });
  useEffect(() => () => deletedNotice.setState({ title: null }), []);
  if (title === null) return null;
  return (
    <Notice kind="success" title={`“${title}” was deleted`}>
      <Button disabled={undoing.isBusy} onClick={() => void undoing.run()}>
        Undo the deletion
      </Button>
      <FailureNotice failure={undoing.failure} title="It was not undone" />
    </Notice>
  );
}
