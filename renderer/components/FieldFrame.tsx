import { useId, type FocusEventHandler, type ReactNode } from 'react';

/** What a control needs to be tied to its label, hint and error. */
export type FieldIds = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
};

/** A label, a hint, an error and the control between them, tied together for screen readers. */
export function FieldFrame(props: {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly className?: string;
  readonly isLabelHidden?: boolean;
  /** Beside the label, at its end. */
  readonly aside?: ReactNode;
  /** Hears of every blur inside. */
  readonly onBlur?: FocusEventHandler<HTMLElement>;
  readonly children: (ids: FieldIds) => ReactNode;
}) {
  const id = useId();
  const hintId = props.hint === undefined ? undefined : `${id}-hint`;
  const errorId = props.error === undefined ? undefined : `${id}-error`;
  const described = [hintId, errorId].filter((one) => one !== undefined).join(' ');
  return (
    <div className={`field ${props.className ?? ''}`} onBlur={props.onBlur}>
      <div className="field__head">
        <label className={`ds_label ${props.isLabelHidden === true ? 'visually-hidden' : ''}`} htmlFor={id}>
          {props.label}
        </label>
        {props.aside}
      </div>
      {hintId !== undefined && (
        <div id={hintId} className="ds_hint-text">
          {props.hint}
        </div>
      )}
      {errorId !== undefined && (
        <p id={errorId} className="field__error">
          <span className="visually-hidden">Problem: </span>
          {props.error}
        </p>
      )}
      {props.children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': props.error === undefined ? undefined : true,
      })}
    </div>
  );
}
