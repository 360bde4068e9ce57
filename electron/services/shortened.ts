/** Enough to know a text again by; the history has it whole. */
const LONGEST = 90;
/** So much of what texts share stands before the place where they part. */
const LED_IN = 24;

/** The beginning of a text, cut between two words. */
export function shortened(text: string, longest: number = LONGEST): string {
  const line = inOneLine(text);
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  const end = cut.lastIndexOf(' ');
  return `${(end > longest / 2 ? cut.slice(0, end) : cut).toWellFormed()} …`;
}

/** Texts that stand beside each other, shortened so that one sees in what they differ: from a little before that on. */
export function shortenedApart(texts: readonly string[], longest: number = LONGEST): readonly string[] {
  const lines = texts.map(inOneLine);
  const beginnings = lines.map((line) => shortened(line, longest));
  if (new Set(beginnings).size === new Set(lines).size) return beginnings;
  const [first = ''] = lines;
  let parting = 0;
  while (parting < first.length && lines.every((line) => line[parting] === first[parting])) parting += 1;
  const start = first.lastIndexOf(' ', Math.max(0, parting - LED_IN)) + 1;
  return lines.map((line) =>
    start === 0 ? shortened(line, longest) : `… ${shortened(line.slice(start), longest)}`,
  );
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
