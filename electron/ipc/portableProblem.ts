/** The longest input of the contract is a draft of three texts of two million characters; the rest is room for what goes with them. */
const mostCharacters = 7_000_000;
/** Values in one input, counting every list and object. The longest list of the contract has a few hundred. */
const mostValues = 50_000;
const deepest = 12;

/**
 * Says in words why a value can't be taken as input, or null when it can.
 *
 * Taken is what means the same after structured clone and after JSON: text, finite numbers, true, false, null, and plain
 * lists and objects of these. Everything is bounded, so a value that contains itself ends at the depth limit.
 */
export function portableProblem(value: unknown): string | null {
  let characters = 0;
  let values = 0;

  function problemOf(part: unknown, depth: number): string | null {
    values += 1;
    if (values > mostValues) return 'it has too many parts';
    if (depth > deepest) return 'it is nested too deeply';
    if (part === null || part === undefined || typeof part === 'boolean') return null;
    if (typeof part === 'number')
      return Number.isFinite(part) ? null : 'it holds a number that is not finite';
    if (typeof part === 'string') return problemOfText(part);
    if (typeof part !== 'object') return 'it is not plain data';
    if (Array.isArray(part)) return firstProblem(part, depth);
    const prototype: unknown = Object.getPrototypeOf(part);
    if (prototype !== null && prototype !== Object.prototype) return 'it is not plain data';
    for (const key of Object.keys(part)) {
      if (key === '__proto__') return 'it has a field that is not allowed';
      const problem = problemOfText(key);
      if (problem !== null) return problem;
    }
    return firstProblem(Object.values(part), depth);
  }

  function problemOfText(text: string): string | null {
    characters += text.length;
    return characters > mostCharacters ? 'it is too long' : null;
  }

  function firstProblem(parts: readonly unknown[], depth: number): string | null {
    for (const part of parts) {
      const problem = problemOf(part, depth + 1);
      if (problem !== null) return problem;
    }
    return null;
  }

  return problemOf(value, 0);
}
