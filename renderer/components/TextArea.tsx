import type { ReactNode, TextareaHTMLAttributes } from 'react';
import { FieldFrame } from './FieldFrame.tsx';

type TextAreaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value'> & {
  readonly label: ReactNode;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
};

/** Several lines of text in a form. For a field that saves itself see `SavedText`. */
export function TextArea(props: TextAreaProps) {
  const { label, value, onValue, hint, error, className, ...rest } = props;
  return (
    <FieldFrame label={label} hint={hint} error={error} {...(className === undefined ? {} : { className })}>
      {(ids) => (
        <textarea
          rows={4}
          {...ids}
          {...rest}
          className={`ds_input ${error === undefined ? '' : 'ds_input--error'}`}
          value={value}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </FieldFrame>
  );
}
