import type { HandOverPart } from '../../../shared/api/views/consolidationView.ts';
import { assertNever } from '../../../shared/domain/assertNever.ts';

/** Why there is nothing to hand over, in a sentence. */
export function nothingInPart(part: HandOverPart): string {
  switch (part.kind) {
    case 'everything':
      return 'There is nothing to hand over: nothing has been written in this workbook yet.';
    case 'since':
      return 'There is nothing to hand over: everything here was in the packet that was taken in last.';
    case 'partner':
      return 'There is nothing to hand over for this partner: it has no answers, grades or evidence here yet.';
    default:
      return assertNever(part);
  }
}
