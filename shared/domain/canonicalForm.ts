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
  // What has been spelled so before comes back in this order, and most values do.
  if (isInOrder(value)) return JSON.stringify(value);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('JSON has no such number');
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalForm).join(',')}]`;
  const members = Object.entries(value)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalForm(member)}`);
  return `{${members.join(',')}}`;
}

/** Whether every object in it has its names in the canonical order, so that JSON as ECMAScript writes it is canonical. */
function isInOrder(value: CanonicalValue | undefined): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value !== 'object') return false;
  if (isList(value)) return value.every(isInOrder);
  let last: string | undefined;
  for (const name of Object.keys(value)) {
    if ((last !== undefined && last > name) || !isInOrder(value[name])) return false;
    last = name;
  }
  return true;
}

// Array.isArray does not narrow a readonly array out of a union.
function isList(value: object): value is readonly CanonicalValue[] {
  return Array.isArray(value);
}
