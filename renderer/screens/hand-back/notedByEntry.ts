import type { HandBackView } from '../../../shared/api/views/consolidationView.ts';

type Noted = HandBackView['taken'][number];

/** The noted changes of each entry together, in the order in which the entries first come. */
export function notedByEntry(
  noted: readonly Noted[],
): readonly { readonly label: string; readonly changes: readonly Noted[] }[] {
  const entries = new Map<string, Noted[]>();
  for (const change of noted) entries.set(change.label, [...(entries.get(change.label) ?? []), change]);
  return [...entries].map(([label, changes]) => ({ label, changes }));
}
