import { useState, type ButtonHTMLAttributes, type MouseEvent } from 'react';

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

/**
 * A button. It is not a submit button unless `type` says so.
 *
 * Disabled while it has the focus, as by being busy with what it was pressed for, it keeps the focus and does nothing: a
 * browser takes the focus from a disabled element and never gives it back.
 */
export function Button(props: ButtonProps) {
  const {
    look = 'secondary',
    className,
    type = 'button',
    disabled,
    onClick,
    onFocus,
    onBlur,
    ...rest
  } = props;
  const [hasFocus, setHasFocus] = useState(false);
  const isHeld = disabled === true && hasFocus;
  const classNames = className === undefined ? classes[look] : `${classes[look]} ${className}`;
  const handleClick = (event: MouseEvent<HTMLButtonElement>): void => {
    if (isHeld) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <button
      {...rest}
      type={type}
      className={classNames}
      disabled={disabled === true && !isHeld}
      {...(isHeld ? { 'aria-disabled': true } : {})}
      onClick={handleClick}
      onFocus={(event) => {
        setHasFocus(true);
        onFocus?.(event);
      }}
      onBlur={(event) => {
        setHasFocus(false);
        onBlur?.(event);
      }}
    />
  );
}
