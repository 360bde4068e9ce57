import type { ReactNode } from 'react';

/** Why a list is empty, and what to do about it. */
export function EmptyState(props: { readonly why: string; readonly children?: ReactNode }) {
  return (
    <div className="empty-state">
      <p>{props.why}</p>
      {props.children}
    </div>
  );
}
