import { useId, type ReactNode } from 'react';

/** A tick box with its label. */
export function Checkbox(props: {
  readonly label: ReactNode;
  readonly isChecked: boolean;
  readonly onChecked: (isChecked: boolean) => void;
  readonly disabled?: boolean;
}) {
  const id = useId();
  return (
    <div className="ds_checkbox ds_checkbox--small">
      <input
        id={id}
        type="checkbox"
        className="ds_checkbox__input"
        checked={props.isChecked}
        disabled={props.disabled ?? false}
        onChange={(event) => props.onChecked(event.target.checked)}
      />
      <label htmlFor={id} className="ds_checkbox__label">
        {props.label}
      </label>
    </div>
  );
}
