import type { ReactNode } from 'react';
import { FieldFrame } from './FieldFrame.tsx';

export type Option = { readonly value: string; readonly label: string };

/** A choice of one from a list. `emptyLabel` adds a first option with the value "". */
export function SelectField(props: {
  readonly label: ReactNode;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onValue: (value: string) => void;
  readonly emptyLabel?: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly isLabelHidden?: boolean;
  readonly disabled?: boolean;
  readonly className?: string;
}) {
  return (
    <FieldFrame
      label={props.label}
      hint={props.hint}
      error={props.error}
      {...(props.isLabelHidden === undefined ? {} : { isLabelHidden: props.isLabelHidden })}
      {...(props.className === undefined ? {} : { className: props.className })}
    >
      {(ids) => (
        <div className="ds_select-wrapper">
          <select
            {...ids}
            className="ds_select"
            value={props.value}
            disabled={props.disabled ?? false}
            onChange={(event) => props.onValue(event.target.value)}
          >
            {props.emptyLabel !== undefined && <option value="">{props.emptyLabel}</option>}
            {props.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
          <span className="ds_select-arrow" aria-hidden="true" />
        </div>
      )}
    </FieldFrame>
  );
}
