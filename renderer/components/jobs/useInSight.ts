import { useEffect, useRef, type RefObject } from 'react';
import type { Job } from './useJob.ts';

/**
 * Brings the place of a job into sight when the person starts one, as below the button that starts it there may be nothing
 * but the edge of the window. Its end comes into sight as well, unless the person has gone elsewhere on the page meanwhile.
 */
export function useInSight(place: RefObject<HTMLElement | null>, job: Job): void {
  const { view, failure, isStartedHere } = job;
  const state = view?.state;
  const wasRunning = useRef(false);
  useEffect(() => {
    const hasEnded = wasRunning.current && state !== 'running';
    wasRunning.current = state === 'running';
    const element = place.current;
    if (!isStartedHere || element === null) return;
    const { top } = element.getBoundingClientRect();
    if (hasEnded && (top < 0 || top > window.innerHeight)) return;
    // jsdom cannot scroll.
    element.scrollIntoView?.({ block: 'nearest' });
  }, [place, isStartedHere, state, failure]);
}
