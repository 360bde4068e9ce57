import { type RefObject, useLayoutEffect, useState } from 'react';

/** Whether an element is narrower than so many CSS pixels: in a small window, or on a page that is zoomed in. */
export function useIsNarrow(element: RefObject<HTMLElement | null>, below: number): boolean {
  const [isNarrow, setIsNarrow] = useState(false);
  useLayoutEffect(() => {
    const watched = element.current;
    if (watched === null || typeof ResizeObserver === 'undefined') return undefined;
    const measure = (): void => setIsNarrow(watched.clientWidth < below);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element, below]);
  return isNarrow;
}
