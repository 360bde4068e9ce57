import type { ReactNode } from 'react';

/** Text behind a summary that opens and closes. */
export function Disclosure(props: {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  readonly className?: string;
}) {
  return (
    <details className={`disclosure ${props.className ?? ''}`}>
      <summary className="disclosure__summary">{props.summary}</summary>
      <div className="disclosure__text">{props.children}</div>
    </details>
  );
}
