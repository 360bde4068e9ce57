import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { ChangeRecord, FieldValue } from '../../shared/domain/changeRecord.ts';
import { headsByField, withRecord, type EntityState } from '../../shared/domain/entityState.ts';
import { sealRecord } from '../../shared/domain/sealRecord.ts';

/** SHA-256 as the store computes it. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** One thing that happens on one of several laptops. */
type Step =
  | {
      readonly kind: 'edit';
      readonly laptop: number;
      readonly entity: number;
      readonly field: string;
      readonly value: FieldValue;
    }
  | { readonly kind: 'delete'; readonly laptop: number; readonly entity: number }
  | { readonly kind: 'hand-over'; readonly laptop: number; readonly to: number };

const LAPTOPS = 4;
const fields = ['title', 'shows', 'source'];

const laptopArbitrary = fc.nat({ max: LAPTOPS - 1 });
const entityArbitrary = fc.nat({ max: 2 });
const valueArbitrary: fc.Arbitrary<FieldValue> = fc.oneof(
  // Few values, so that two people often write the same.
  fc.constantFrom('good', 'adequate', 'weak', ''),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constant(null),
);

const stepArbitrary: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      laptop: laptopArbitrary,
      entity: entityArbitrary,
      field: fc.constantFrom(...fields),
      value: valueArbitrary,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('delete' as const),
      laptop: laptopArbitrary,
      entity: entityArbitrary,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('hand-over' as const),
      laptop: laptopArbitrary,
      to: laptopArbitrary,
    }),
  },
);

/** Histories of several laptops that edit, delete, settle (an edit that sees several values) and hand over to each other. */
export const historyArbitrary: fc.Arbitrary<readonly ChangeRecord[]> = fc
  .record({
    steps: fc.array(stepArbitrary, { minLength: 1, maxLength: 40 }),
    // Laptops' clocks are off by up to ten years; none of it may matter.
    clocks: fc.array(fc.integer({ min: -315_360_000_000, max: 315_360_000_000 }), {
      minLength: LAPTOPS,
      maxLength: LAPTOPS,
    }),
  })
  .map(({ steps, clocks }) => play(steps, clocks));

function play(steps: readonly Step[], clocks: readonly number[]): readonly ChangeRecord[] {
  const laptops = Array.from({ length: LAPTOPS }, () => new Map<string, ChangeRecord>());
  const all: ChangeRecord[] = [];
  steps.forEach((step, index) => {
    const own = laptops[step.laptop];
    if (own === undefined) return;
    if (step.kind === 'hand-over') {
      for (const record of own.values()) laptops[step.to]?.set(record.id, record);
      return;
    }
    const entityId = `evidence-${step.entity}`;
    const heads = headsByField(stateOn(own, entityId));
    const deletion = { set: { deleted: true }, parents: heads };
    const edit =
      step.kind === 'edit'
        ? { set: { [step.field]: step.value }, parents: { [step.field]: heads[step.field] ?? [] } }
        : deletion;
    const record = sealRecord(
      {
        id: index.toString(16).padStart(32, '0'),
        workbook: 'workbook-1',
        entity: 'evidence',
        entityId,
        ...edit,
        author: `Officer ${step.laptop}`,
        voice: 'partnership',
        replica: `laptop-${step.laptop}`,
        at: new Date(1_700_000_000_000 + (clocks[step.laptop] ?? 0) + index * 1_000).toISOString(),
        app: '0.1.0',
        schema: 1,
      },
      sha256,
    );
    own.set(record.id, record);
    all.push(record);
  });
  return all;
}

function stateOn(records: ReadonlyMap<string, ChangeRecord>, entityId: string): EntityState {
  let state: EntityState = {};
  for (const record of records.values()) {
    if (record.entityId === entityId)
      state = withRecord(state, record, (field) => isReplaced(records, record, field));
  }
  return state;
}

function isReplaced(
  records: ReadonlyMap<string, ChangeRecord>,
  record: ChangeRecord,
  field: string,
): boolean {
  return [...records.values()].some((other) => other.parents[field]?.includes(record.id));
}
