import { z } from 'zod';
import { entityCatalogue } from '../../../shared/domain/entityCatalogue.ts';
import { distinctValues } from '../../../shared/domain/entityState.ts';
import type { SeededRandom } from '../seededRandom.ts';
import type { SimulatedLaptop } from './simulatedLaptop.ts';

/** A kind of entry, and a field of a kind that is known, that only a newer version of the program has. */
const RISK = 'risk';
const REACH = { entity: 'participation', field: 'reach' } as const;

/** Runs `work` as a newer version of the program would: the newer kind and field are in its catalogue meanwhile. */
export function withNewerProgram<Result>(work: () => Result): Result {
  // What the program may not do to its catalogue, a newer version of it is made by.
  const catalogue = entityCatalogue as unknown as Record<string, z.ZodObject>;
  const older = entityCatalogue[REACH.entity];
  catalogue[RISK] = z.strictObject({ likelihood: z.number().nullable(), deleted: z.boolean() });
  catalogue[REACH.entity] = older.extend({ [REACH.field]: z.number().nullable() });
  try {
    return work();
  } finally {
    delete catalogue[RISK];
    catalogue[REACH.entity] = older;
  }
}

/** Writes, in a newer program, what only that one knows, over whatever is there of it. */
export function writeWhatIsNew(laptop: SimulatedLaptop, random: SeededRandom): void {
  const number = random.below(1_000);
  const { changes } = laptop.workbook();
  changes.apply(
    [
      { entity: RISK, entityId: `risk-${random.below(4)}`, set: { likelihood: number } },
      { entity: REACH.entity, entityId: `body-${random.below(4)}`, set: { [REACH.field]: number } },
    ],
    'Something new',
  );
}

/** What a program does not know and keeps, as it lies in its workbook. */
export function whatIsKeptForNewer(laptop: SimulatedLaptop): string {
  const { states } = laptop.workbook();
  const ofKind = (kind: string, field: string): readonly string[] =>
    [...states.ofKind(kind)].map(
      ({ entityId, state }) => `${entityId} ${JSON.stringify(distinctValues(state, field))}`,
    );
  return [...ofKind(RISK, 'likelihood'), ...ofKind(REACH.entity, REACH.field)].join('\n');
}
