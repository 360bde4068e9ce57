import type { InputHTMLAttributes, ReactNode } from 'react';
import { FieldFrame } from './FieldFrame.tsx';

type TextFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> & {
  readonly label: ReactNode;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly isLabelHidden?: boolean;
};

/** One line of text in a form. For a field that saves itself see `SavedText`. */
export function TextField(props: TextFieldProps) {
  const { label, value, onValue, hint, error, isLabelHidden, className, ...rest } = props;
  return (
    <FieldFrame
      label={label}
      hint={hint}
      error={error}
      {...(isLabelHidden === undefined ? {} : { isLabelHidden })}
      {...(className === undefined ? {} : { className })}
    >
      {(ids) => (
        <input
          {...ids}
          type="text"
          autoComplete="off"
          {...rest}
          className={`ds_input ${error === undefined ? '' : 'ds_input--error'}`}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}
