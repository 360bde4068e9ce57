import type { ReactNode } from 'react';

/** A section of the help with its heading. */
export function HelpSection(props: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}) {
  return (
    <section aria-labelledby={props.id} className="stack">
      <h2 id={props.id} className="section-heading">
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}
