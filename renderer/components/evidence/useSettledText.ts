import { useEffect, useState } from 'react';

/** Short enough not to be felt, long enough that nobody's typing starts a search at every letter. */
const PAUSE_MS = 120;

/** A text that follows what is typed after a pause, trimmed: typing itself never waits for what is done with it. */
export function useSettledText(typed: string): string {
  const [settled, setSettled] = useState(typed.trim());
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}
