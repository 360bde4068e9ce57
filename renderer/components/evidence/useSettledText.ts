import { useEffect, useState } from 'react';

/** Short enough not to be felt, long enough that nobody's typing starts a search at every letter. */
const PAUSE_MS = 120;

/** What one search takes; somebody may paste a page. */
export const LONGEST_SEARCHED = 500;

/** A text to look for, following what is typed after a pause, trimmed: typing itself never waits for what is done with it. */
export function useSettledText(typed: string): string {
  const text = typed.trim().slice(0, LONGEST_SEARCHED);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
