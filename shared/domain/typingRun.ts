/** Part of the earlier text that must still stand for a change to count as typing on. */
const KEPT_FROM = 0.8;

/**
 * Whether `after` reads like `before` with more typed into it, so that both are one run of keystrokes.
 *
 * A change that takes away more than a little is an edit of its own: the earlier text then stays in the history.
 */
export function isTypingOn(before: string, after: string): boolean {
  const shorter = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix < shorter && before[prefix] === after[prefix]) prefix += 1;
  let suffix = 0;
  while (suffix < shorter - prefix && before[before.length - 1 - suffix] === after[after.length - 1 - suffix])
    suffix += 1;
  return prefix + suffix >= before.length * KEPT_FROM;
}
