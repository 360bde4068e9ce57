/** What a piece of evidence is called in lists of hits and of changes. */
export function labelOfEvidence(title: string): string {
  return `Evidence: ${title || 'without a title'}`;
}
