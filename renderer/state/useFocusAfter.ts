import { useEffect, useRef, type RefObject } from 'react';

/**
 * A place that takes the focus when work in it ends and the button that stopped it, and had the focus, has gone: otherwise
 * a keyboard would start again at the top of the page. The place needs a `tabIndex` of -1.
 */
export function useFocusAfter<Place extends HTMLElement>(isRunning: boolean): RefObject<Place | null> {
  const place = useRef<Place>(null);
  const wasRunning = useRef(isRunning);
  useEffect(() => {
    const hasEnded = wasRunning.current && !isRunning;
    wasRunning.current = isRunning;
    if (hasEnded && document.activeElement === document.body) place.current?.focus();
  }, [isRunning]);
  return place;
}
