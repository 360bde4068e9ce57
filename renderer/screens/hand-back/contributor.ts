import type { ContributorView } from '../../../shared/api/views/consolidationView.ts';

/** Tells contributors apart: a laptop whose workbook was copied as a folder has the same number as the first. */
export function contributorKey({ replica, author }: Pick<ContributorView, 'replica' | 'author'>): string {
  return `${replica} ${author}`;
}

/** What a contributor is called where nobody has given a name. */
export function contributorName({ author }: Pick<ContributorView, 'author'>): string {
  return author === '' ? 'Name not given' : author;
}
