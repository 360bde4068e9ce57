/** Enough to know a text again by; the history has it whole. */
const LONGEST = 90;

/** The beginning of a text, cut between two words. */
export function shortened(text: string, longest: number = LONGEST): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  const end = cut.lastIndexOf(' ');
  return `${(end > longest / 2 ? cut.slice(0, end) : cut).toWellFormed()} …`;
}
