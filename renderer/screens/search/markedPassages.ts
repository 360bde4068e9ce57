/** A stretch of an excerpt and whether it matched. */
export type Passage = { readonly text: string; readonly isMatch: boolean };

const START = '\u0002';
const END = '\u0003';

/** The excerpt in stretches, split at the signs that the search puts around matches; empty stretches are left out. */
export function markedPassages(excerpt: string): readonly Passage[] {
  const passages: Passage[] = [];
  let isMatch = false;
  let text = '';
  const push = (): void => {
    if (text !== '') passages.push({ text, isMatch });
    text = '';
  };
  for (const sign of excerpt) {
    if (sign !== START && sign !== END) {
      text += sign;
      continue;
    }
    push();
    isMatch = sign === START;
  }
  push();
  return passages;
}
