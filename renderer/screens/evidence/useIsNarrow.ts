import { type RefObject, useLayoutEffect, useState } from 'react';

/** Below this width in CSS pixels the columns of the register no longer fit side by side. */
const NARROW_BELOW = 700;

/** Whether an element is too narrow for columns: a small window, or a page zoomed in. */
export function useIsNarrow(element: RefObject<HTMLElement | null>): boolean {
  const [isNarrow, setIsNarrow] = useState(false);
  useLayoutEffect(() => {
    const watched = element.current;
    if (watched === null || typeof ResizeObserver === 'undefined') return undefined;
    const measure = (): void => setIsNarrow(watched.clientWidth < NARROW_BELOW);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return isNarrow;
}
