import { stopWords, type Stop } from './walkStops.ts';

/** What is shown of a stop in the jump list. */
export function jumpLabel(stop: Stop): { readonly place: string; readonly text: string } {
  const text = stop.kind === 'grade' ? stop.qualityIndicator.title : stop.question.text;
  return { place: stopWords(stop), text };
}

/**
 * The stops that a typed text means, best first, at most `most`: a number such as "6.2" or "6.2 3" first, then stops
 * whose words contain every typed word.
 */
export function jumpMatches(stops: readonly Stop[], typed: string, most: number): readonly Stop[] {
  const words = typed
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  if (words.length === 0) return stops.slice(0, most);
  const byNumber = stops.filter((stop) => isNumbered(stop, words));
  const byWords = stops.filter((stop) => {
    const { place, text } = jumpLabel(stop);
    const all = `${place} ${text} ${stop.qualityIndicator.title}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
  return [...new Set([...byNumber, ...byWords])].slice(0, most);
}

/** "6.2" means the indicator and all its stops; "6.2 3" its third question; "6.2 grade" or "6.2 g" its grade. */
function isNumbered(stop: Stop, words: readonly string[]): boolean {
  const [number, part] = words;
  if (stop.qualityIndicator.number !== number) return false;
  if (part === undefined) return true;
  if (stop.kind === 'grade') return 'grade'.startsWith(part);
  return String(stop.question.position) === part;
}
