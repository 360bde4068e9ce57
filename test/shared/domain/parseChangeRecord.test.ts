import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeRecordSchema } from '../../../shared/domain/changeRecord.ts';
import { parseChangeRecord } from '../../../shared/domain/parseChangeRecord.ts';

const seed = Number(process.env['PROPERTY_SEED'] ?? 2_026);

const hex = (length: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));
// Drawn at random, what every object has comes up now and then; as a name it is refused.
const name = fc.oneof(
  fc
    .string({ minLength: 1, maxLength: 60 })
    .filter((drawn) => !['__proto__', 'constructor', 'prototype'].includes(drawn)),
  fc.constantFrom('title', 'deleted', 'toJSON'),
);
const fieldValue = fc.oneof(
  fc.string(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);

const sound = fc.record({
  id: hex(32),
  workbook: fc.string({ minLength: 1, maxLength: 60 }),
  entity: name,
  entityId: fc.string({ minLength: 1, maxLength: 400 }),
  set: fc.dictionary(name, fieldValue),
  parents: fc.dictionary(name, fc.array(hex(32), { maxLength: 3 })),
  author: fc.string({ maxLength: 200 }),
  voice: fc.string({ minLength: 1, maxLength: 120 }),
  replica: fc.string({ minLength: 1, maxLength: 60 }),
  at: fc.string({ maxLength: 40 }),
  app: fc.string({ maxLength: 40 }),
  schema: fc.integer({ min: 1 }),
  hash: hex(64),
});

/** What a part may wrongly be. */
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    '',
    'x'.repeat(61),
    'x'.repeat(401),
    `${'a'.repeat(31)}G`,
    'A'.repeat(64),
    '__proto__',
    'constructor',
  ),
  fc.constantFrom(0, -1, 1.5, 2 ** 53, Infinity, -Infinity),
  fc.constantFrom(
    { constructor: 'x' },
    { prototype: [] },
    { '': 1 },
    { ['y'.repeat(61)]: 1 },
    { title: Infinity },
    { title: ['x'] },
    [],
    ['x'],
  ),
);

const altered = fc
  .tuple(sound, fc.constantFrom('', 'extra', ...Object.keys(changeRecordSchema.shape)), odd, fc.boolean())
  .map(([record, part, value, isLeftOut]): unknown => {
    const copy: Record<string, unknown> = { ...record, ...(part === '' ? {} : { [part]: value }) };
    if (isLeftOut) delete copy[part];
    return copy;
  });

describe('what is taken for a change', () => {
  it('is what the schema takes for one, as it stands', () => {
    fc.assert(
      fc.property(fc.oneof(sound, altered, fc.jsonValue()), (value) => {
        const expected = changeRecordSchema.safeParse(value);
        expect(parseChangeRecord(value)).toEqual(expected.success ? expected.data : undefined);
      }),
      { seed, numRuns: 3_000 },
    );
  });

  it('is mostly recognised without the schema, and then not copied', () => {
    fc.assert(
      fc.property(sound, (record) => {
        expect(parseChangeRecord(record)).toBe(record);
      }),
      { seed, numRuns: 300 },
    );
  });
});
