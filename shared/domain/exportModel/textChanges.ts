import { assertNever } from '../assertNever.ts';
import type { TextChange } from './cellText.ts';

/** So many cells are named one by one; of more, the receipt gives the number. */
const NAMED = 100;

/** Gathers what was changed in texts while sheets are laid out. */
export type TextChanges = ReturnType<typeof textChanges>;

/** An empty collection of changes. */
export function textChanges() {
  const named: string[] = [];
  let all = 0;
  return {
    add(sheet: string, row: string, header: string, change: TextChange): void {
      all += 1;
      if (named.length < NAMED) named.push(`${sheet}, ${row}, “${header}”: ${sentence(change)}`);
    },
    /** A sentence for each changed cell. */
    notes(): readonly string[] {
      const more = all - named.length;
      if (more === 0) return named;
      const cells = more === 1 ? 'one more cell' : `${more.toLocaleString('en-GB')} more cells`;
      return [...named, `And ${cells} of the same kinds.`];
    },
  };
}

function sentence(change: TextChange): string {
  switch (change) {
    case 'control-characters':
      return 'invisible control characters were left out.';
    case 'line-ends':
      return 'line ends were written in the one form that spreadsheets know.';
    case 'broken-characters':
      return 'half a character, which no program can show, was replaced by �.';
    case 'continued':
      return 'longer than a cell can be; it goes on in the rows marked “(continued)”.';
    default:
      return assertNever(change);
  }
}
