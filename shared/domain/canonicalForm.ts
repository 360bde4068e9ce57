import type { FieldValue } from './changeRecord.ts';

type CanonicalValue = FieldValue | readonly CanonicalValue[] | { readonly [name: string]: CanonicalValue };

/**
 * The one spelling of a value as JSON, by RFC 8785 (JSON Canonicalization Scheme): no white space, object names in the
 * order of their UTF-16 code units, numbers and strings as ECMAScript writes them.
 *
 * Two programs that hold the same value get the same bytes, and so the same fingerprint.
 *
 * @throws for numbers that JSON has no spelling for (infinite, not a number).
 */
export function canonicalForm(value: CanonicalValue): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('JSON has no such number');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalForm).join(',')}]`;
  const members = Object.entries(value)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalForm(member)}`);
  return `{${members.join(',')}}`;
}

// Array.isArray does not narrow a readonly array out of a union.
function isList(value: object): value is readonly CanonicalValue[] {
  return Array.isArray(value);
}
