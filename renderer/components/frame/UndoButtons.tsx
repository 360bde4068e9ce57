import { useState } from 'react';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useAction } from '../../state/useAction.ts';
import { useShortcut } from '../../state/useShortcut.ts';
import { useWorkbook } from '../../state/useWorkbook.ts';
import { Button } from '../Button.tsx';

/** Undo and redo, each naming what it would take back. */
export function UndoButtons() {
  const { session } = useRendererState();
  const { undo, redo } = useWorkbook();
  const [said, setSaid] = useState('');
  const undoing = useAction(async () => {
    const undone = await session.undo();
    setSaid(undone === null ? 'There is nothing to undo.' : `Undone: ${undone}`);
  });
  const redoing = useAction(async () => {
    const redone = await session.redo();
    setSaid(redone === null ? 'There is nothing to redo.' : `Redone: ${redone}`);
  });
  useShortcut('undo', () => void undoing.run());
  useShortcut('redo', () => void redoing.run());
  const failure = undoing.failure ?? redoing.failure;
  return (
    <div className="undo">
      <Button
        look="quiet"
        className="undo__button"
        aria-keyshortcuts="Control+Z"
        title={undo === null ? 'Nothing to undo' : `Undo: ${undo} (Ctrl+Z)`}
        aria-disabled={undo === null}
        onClick={() => void undoing.run()}
      >
        Undo{undo !== null && <span className="visually-hidden">: {undo}</span>}
      </Button>
      <Button
        look="quiet"
        className="undo__button"
        aria-keyshortcuts="Control+Y"
        title={redo === null ? 'Nothing to redo' : `Redo: ${redo} (Ctrl+Y)`}
        aria-disabled={redo === null}
        onClick={() => void redoing.run()}
      >
        Redo{redo !== null && <span className="visually-hidden">: {redo}</span>}
      </Button>
      <span role="status" className="undo__said">
        {failure === undefined ? said : ''}
      </span>
      {failure !== undefined && (
        <span role="alert" className="undo__failure">
          {failure.message}
        </span>
      )}
    </div>
  );
}
