import { useState, type ClipboardEvent, type DragEvent, type ReactNode } from 'react';
import type { LinkTarget } from '../../../shared/domain/entityIdentity.ts';
import { AddEvidenceDialog } from '../../components/evidence/AddEvidenceDialog.tsx';
import { droppedFiles } from '../../components/evidence/droppedFiles.ts';
import { LinkEvidenceDialog } from '../../components/evidence/LinkEvidenceDialog.tsx';
import { useShortcut } from '../../state/useShortcut.ts';
import { EvidenceActionsContext } from './evidenceActions.ts';

type Open =
  | { readonly dialog: 'link' }
  | { readonly dialog: 'add'; readonly files: readonly File[]; readonly text: string };

/**
 * Takes evidence for what is on the screen: by button or key, and by dropping or pasting a file or pasting text. A
 * paste into a text field stays there, unless it is of files.
 */
export function EvidenceDropArea(props: {
  readonly target: LinkTarget;
  readonly className: string;
  readonly children: ReactNode;
}) {
  const [open, setOpen] = useState<Open | null>(null);
  const [isOver, setIsOver] = useState(false);
  const add = (files: readonly File[] = [], text = '') => setOpen({ dialog: 'add', files, text });
  const link = () => setOpen({ dialog: 'link' });
  const close = () => setOpen(null);
  useShortcut('add-evidence', () => add());
  useShortcut('link-evidence', link);

  const handleOver = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setIsOver(true);
  };
  const handleDrop = (event: DragEvent) => {
    setIsOver(false);
    const files = droppedFiles(event.dataTransfer);
    if (files.length === 0 || open !== null) return;
    event.preventDefault();
    add(files);
  };
  const handlePaste = (event: ClipboardEvent) => {
    if (open !== null) return;
    const files = [...event.clipboardData.files];
    const text = event.clipboardData.getData('text/plain');
    const isTyping = event.target instanceof Element && event.target.closest('input, textarea');
    if (files.length === 0 && (text.trim() === '' || isTyping)) return;
    // Cells copied from a spreadsheet bring a picture of themselves along: in a text field they are meant as text.
    if (isTyping && text !== '') return;
    event.preventDefault();
    add(files, files.length === 0 ? text : '');
  };

  return (
    <div
      className={isOver ? `${props.className} is-drop-target` : props.className}
      onDragOver={handleOver}
      onDragLeave={() => setIsOver(false)}
      onDrop={handleDrop}
      onPaste={handlePaste}
    >
      <EvidenceActionsContext.Provider value={{ add: () => add(), link }}>
        {props.children}
      </EvidenceActionsContext.Provider>
      {open?.dialog === 'add' && (
        <AddEvidenceDialog
          linkTo={props.target}
          files={open.files}
          text={open.text}
          onClose={close}
          onAdded={close}
        />
      )}
      {open?.dialog === 'link' && <LinkEvidenceDialog target={props.target} onClose={close} />}
    </div>
  );
}
