import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalForm } from '../../../shared/domain/canonicalForm.ts';

/** The same, name by name. */
function spelled(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(spelled).join(',')}]`;
  const names = Object.keys(value).toSorted((left, right) => (left < right ? -1 : 1));
  return `{${names.map((name) => `${JSON.stringify(name)}:${spelled(Reflect.get(value, name))}`).join(',')}}`;
}

describe('the canonical form', () => {
  // RFC 8785, 3.2.2 and 3.2.3: numbers and strings as ECMAScript writes them, names in UTF-16 order.
  it('spells the example of RFC 8785 as the document does', () => {
    // Parsed from the document's own spelling: it has more digits than a program may write.
    const value: unknown = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`);
    // The cast only says that this is JSON, which is all that the function asks of it.
    expect(canonicalForm(value as Record<string, never>)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('sorts names by UTF-16 code units, as RFC 8785 does', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    expect(canonicalForm(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  });

  it('is the same whatever order the names were written in', () => {
    expect(canonicalForm({ b: 1, a: { d: 2, c: 3 } })).toBe(canonicalForm({ a: { c: 3, d: 2 }, b: 1 }));
  });

  it('spells names that were in that order no other way than names that were not', () => {
    const parts = [
      fc.string(),
      fc.constantFrom('1', '10', '9', '', 'a', '\u20ac', '\ud83d\ude00', '\ufb33', 'toJSON', '__proto__'),
    ];
    const value = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.oneof(
          ...parts,
          fc.double({ noNaN: true, noDefaultInfinity: true }),
          fc.boolean(),
          fc.constant(null),
        ),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(fc.oneof(...parts), tie('value'), { maxKeys: 5, noNullPrototype: true }),
      ),
    })).value;
    fc.assert(
      fc.property(value, (drawn) => {
        // The cast only says that this is JSON, which is all that the function asks of it.
        expect(canonicalForm(drawn as Record<string, never>)).toBe(spelled(drawn));
      }),
      { seed: 2_026, numRuns: 2_000 },
    );
  });

  it.each([Infinity, Number.NaN])('refuses %d, which JSON has no spelling for', (number) => {
    expect(() => canonicalForm(number)).toThrow('no such number');
  });
});
