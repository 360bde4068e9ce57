/**
 * Marks the end of a `switch` that has handled every member of a union.
 *
 * A new member makes the call a compile error; reaching it at run time is a bug and throws.
 */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
