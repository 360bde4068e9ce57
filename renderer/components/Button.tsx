import type { ButtonHTMLAttributes } from 'react';

type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  /** `primary` once a screen; `secondary` the usual; `quiet` beside text; `danger` destroys what its words name. */
  readonly look?: 'primary' | 'secondary' | 'quiet' | 'danger';
};

const classes = {
  primary: 'ds_button',
  secondary: 'ds_button ds_button--secondary',
  quiet: 'button-quiet',
  danger: 'ds_button ds_button--secondary button-danger',
} as const;

/** A button. It is not a submit button unless `type` says so. */
export function Button({ look = 'secondary', className, type = 'button', ...rest }: ButtonProps) {
  const classNames = className === undefined ? classes[look] : `${classes[look]} ${className}`;
  return <button type={type} className={classNames} {...rest} />;
}
