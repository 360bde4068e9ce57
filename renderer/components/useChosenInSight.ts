import { useEffect } from 'react';

/**
 * Brings the chosen entry of a list into sight, and at the first one the box above the list as well: in a much enlarged
 * window there may be no room for both, and somebody who types wants to see what.
 */
export function useChosenInSight(listId: string, place: number): void {
  useEffect(() => {
    const chosen = document.getElementById(`${listId}-${String(place)}`);
    const inSight = place > 0 ? [chosen] : [chosen, document.activeElement];
    // jsdom cannot scroll.
    for (const element of inSight) element?.scrollIntoView?.({ block: 'nearest' });
  }, [listId, place]);
}
