import type { AlikePair } from '../../../shared/api/views/consolidationView.ts';
import { joiningIdentity } from '../../../shared/domain/entityIdentity.ts';

/** The same whichever of the two is named first. */
export function pairKey({ one, other }: AlikePair): string {
  return joiningIdentity(one.evidenceId, other.evidenceId);
}
