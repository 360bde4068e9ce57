import type { ReactNode } from 'react';

const words = { info: 'Note', warning: 'Warning', error: 'Problem', success: 'Done' } as const;

/**
 * A message in its place on the screen. The kind is a word, a colour and a bar, never a colour alone.
 *
 * Errors interrupt a screen reader; the others wait their turn.
 */
export function Notice(props: {
  readonly kind: keyof typeof words;
  readonly title?: string;
  readonly children: ReactNode;
  /** Silent: on the screen from the start, so that nothing needs announcing. */
  readonly isStill?: boolean;
}) {
  const announced = props.kind === 'error' ? 'alert' : 'status';
  return (
    <div className={`notice notice--${props.kind}`} {...(props.isStill === true ? {} : { role: announced })}>
      <p className="notice__title">{props.title ?? words[props.kind]}</p>
      <div className="notice__text">{props.children}</div>
    </div>
  );
}
