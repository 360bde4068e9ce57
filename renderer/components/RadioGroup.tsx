import { useId, type ReactNode } from 'react';
import type { Option } from './SelectField.tsx';

/** A choice of one, all of it in view. */
export function RadioGroup(props: {
  readonly legend: ReactNode;
  readonly options: readonly (Option & { readonly hint?: string })[];
  readonly value: string;
  readonly onValue: (value: string) => void;
  /** In one row instead of one under the other. */
  readonly isInline?: boolean;
}) {
  const name = useId();
  return (
    <fieldset className={`radio-group ${props.isInline === true ? 'radio-group--inline' : ''}`}>
      <legend className="ds_label">{props.legend}</legend>
      {props.options.map((option) => (
        <div key={option.value} className="ds_radio ds_radio--small">
          <input
            id={`${name}-${option.value}`}
            name={name}
            type="radio"
            className="ds_radio__input"
            checked={props.value === option.value}
            onChange={() => props.onValue(option.value)}
          />
          <label htmlFor={`${name}-${option.value}`} className="ds_radio__label">
            {option.label}
            {option.hint !== undefined && <span className="ds_hint-text">{option.hint}</span>}
          </label>
        </div>
      ))}
    </fieldset>
  );
}
