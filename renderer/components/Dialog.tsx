import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Button } from './Button.tsx';

/**
 * A modal dialog. The browser keeps the focus inside, makes the rest inert, closes it with Escape, and gives the focus
 * back to where it was.
 *
 * The element with `data-autofocus` has the focus first, else the heading. Drawn means open: take it away to close it.
 */
export function Dialog(props: {
  readonly title: string;
  readonly children: ReactNode;
  readonly onClose: () => void;
  /** Buttons along the bottom. */
  readonly actions?: ReactNode;
  readonly size?: 'narrow' | 'wide';
  /** False while something must not be lost by a stray Escape. */
  readonly isClosable?: boolean;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const lastFocused = useRef<Element | null>(null);
  const headingId = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (element?.open === false) element.showModal();
    (element?.querySelector<HTMLElement>('[data-autofocus]') ?? heading.current)?.focus();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const isClosable = props.isClosable ?? true;
  return (
    <dialog
      ref={dialog}
      className={`dialog dialog--${props.size ?? 'narrow'}`}
      aria-labelledby={headingId}
      onCancel={(event) => {
        event.preventDefault();
        lastFocused.current = document.activeElement;
        if (isClosable && event.target === dialog.current) props.onClose();
      }}
      onClose={() => {
        // A second Escape closes it whatever is answered to it; a dialog that is still drawn was to stay.
        if (dialog.current?.open !== false) return;
        dialog.current.showModal();
        if (lastFocused.current instanceof HTMLElement) lastFocused.current.focus();
      }}
    >
      <div className="dialog__head">
        <h2 id={headingId} ref={heading} tabIndex={-1} className="dialog__title">
          {props.title}
        </h2>
        <Button look="quiet" disabled={!isClosable} onClick={props.onClose}>
          Close
        </Button>
      </div>
      <div className="dialog__body">{props.children}</div>
      {props.actions !== undefined && <div className="dialog__actions">{props.actions}</div>}
    </dialog>
  );
}
