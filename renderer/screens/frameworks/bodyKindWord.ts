import type { BodyKind } from '../../../shared/domain/frameworkOutcomeRows.ts';

const words: Readonly<Record<BodyKind, string>> = {
  statutory: 'Statutory partner',
  'third-sector': 'Third sector body',
  community: 'Community body',
  other: 'Other body',
};

/** What kind of body a partner is, in words. */
export function bodyKindWord(kind: BodyKind): string {
  return words[kind];
}
