import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReturnManifest } from '../../../shared/domain/returnWorkbook/parseReturnManifest.ts';
import { RETURN_FORMAT, returnManifestSchema } from '../../../shared/domain/returnWorkbook/returnManifest.ts';
import { returnSheetKeys } from '../../../shared/domain/returnWorkbook/returnSheets.ts';
import { propertyRuns } from '../../builders/propertyRuns.ts';

const id = fc.stringMatching(/^[0-9a-f]{32}$/);
/** As JSON is parsed. */
const usual = { noNullPrototype: true } as const;
const cell = fc.record(
  {
    shown: fc.string({ maxLength: 20 }),
    records: fc.option(fc.array(id, { maxLength: 2 })),
  },
  usual,
);
const row = fc.record(
  {
    key: fc.stringMatching(/^[A-Za-z0-9]{1,6}$/),
    entityId: fc.option(fc.string({ minLength: 1, maxLength: 20 })),
    cells: fc.array(cell, { maxLength: 3 }),
  },
  usual,
);
const manifest = fc.record(
  {
    format: fc.constant(RETURN_FORMAT),
    version: fc.constant(1),
    file: id,
    workbook: fc.string({ minLength: 1, maxLength: 60 }),
    partnership: fc.string(),
    round: fc.string(),
    voice: fc.string({ minLength: 1, maxLength: 20 }),
    voiceName: fc.string(),
    madeAt: fc.string({ maxLength: 40 }),
    app: fc.string({ maxLength: 40 }),
    choices: fc.constant({ qualityIndicators: [], outcomes: [] }),
    sheets: fc.array(
      fc.record(
        {
          key: fc.constantFrom(...returnSheetKeys),
          opening: fc.array(fc.string(), { maxLength: 2 }),
          columns: fc.array(fc.string(), { maxLength: 2 }),
          rows: fc.array(row, { maxLength: 3 }),
        },
        usual,
      ),
      { minLength: 1, maxLength: 2 },
    ),
  },
  usual,
);

/** What a part may wrongly be. */
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom('', 'x'.repeat(401), 'x'.repeat(32_768), `${'a'.repeat(31)}G`, 'ä', null, 1.5),
  fc.constantFrom(
    [null],
    ['x'],
    Array.from({ length: 21 }, () => ({ shown: '', records: null })),
  ),
  fc.constantFrom(
    { shown: '', records: null, more: 1 },
    { shown: '' },
    { key: 'r1', cells: [], other: null },
  ),
);

/** Every place in a value that holds something, with a way to put something else there, or more beside it. */
function placesIn(value: unknown): readonly ((given: unknown) => void)[] {
  if (typeof value !== 'object' || value === null) return [];
  const members = Object.entries(value).flatMap(([name, member]) => [
    (given: unknown): void => void Object.assign(value, { [name]: given }),
    ...placesIn(member),
  ]);
  return [...members, (given) => void Object.assign(value, { extra: given })];
}

const altered = fc.tuple(manifest, fc.nat(), odd).map(([value, place, given]): unknown => {
  const copy: unknown = JSON.parse(JSON.stringify(value));
  const places = placesIn(copy);
  places[place % places.length]?.(given);
  return copy;
});

describe('what travels out of sight in a returned workbook', () => {
  it('is what the schema takes for it, and nothing else', () => {
    fc.assert(
      fc.property(fc.oneof(manifest, altered, fc.jsonValue()), (made) => {
        const value: unknown = JSON.parse(JSON.stringify(made));
        const expected = returnManifestSchema.safeParse(value);
        const found = parseReturnManifest(value);
        expect(found.success).toBe(expected.success);
        expect(found.data).toEqual(expected.data);
      }),
      propertyRuns(2_000),
    );
  });

  it('is recognised row by row without the schema where this program wrote it', () => {
    fc.assert(
      fc.property(manifest, (value) => {
        const found = parseReturnManifest(value);
        for (const [index, { rows }] of value.sheets.entries())
          for (const [at, one] of rows.entries()) expect(found.data?.sheets[index]?.rows[at]).toBe(one);
      }),
      propertyRuns(100),
    );
  });
});
