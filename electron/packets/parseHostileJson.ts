import { damagedPacket, excessivePacket } from './packetRefusal.ts';

const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
/** A letter of a name may be spelled as its code. */
const mayHoldForbiddenName = /proto|constructor|\\u/;

/**
 * Parses JSON that a stranger may have written: nested no deeper than `depth`, counted before anything is parsed, and
 * without names that reach an object's prototype in careless code.
 */
export function parseHostileJson(text: string, depth: number): unknown {
  if (depthOf(text) > depth) throw excessivePacket('something in it is nested too deeply');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw damagedPacket('something in it is not readable', cause);
  }
  if (mayHoldForbiddenName.test(text) && hasForbiddenName(value))
    throw damagedPacket('something in it carries a name that is not allowed');
  return value;
}

/** The deepest nesting of brackets outside strings. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '"') at = endOfString(text, at);
    else if (letter === '{' || letter === '[') deepest = Math.max(deepest, ++depth);
    else if (letter === '}' || letter === ']') depth -= 1;
  }
  return deepest;
}

/** Where the string that begins at `at` ends. */
function endOfString(text: string, at: number): number {
  for (let end = text.indexOf('"', at + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}

function hasForbiddenName(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return (
    Object.keys(value).some((name) => forbidden.has(name)) || Object.values(value).some(hasForbiddenName)
  );
}
