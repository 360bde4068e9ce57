import type { OperationName } from '../../shared/api/operationNames.ts';

/** The views of the walk: one goes back and forth between them all day, and nothing may flicker meanwhile. */
const remembered: ReadonlySet<OperationName> = new Set([
  'read-walk',
  'read-question',
  'read-quality-indicator',
]);

/** More than anybody steps back through; fewer than would be noticed in memory. */
const MOST_REMEMBERED = 60;

export type ViewMemory = {
  /** The last value of a view; undefined when it is not remembered. */
  readonly recall: (key: string) => unknown;
  readonly remember: (name: OperationName, key: string, value: unknown) => void;
  readonly forget: () => void;
};

/**
 * Keeps the last values of the walk's views, to show them at once while they are read again. Fields never show it as
 * newer than it is: what was saved since is in the autosave.
 */
export function createViewMemory(): ViewMemory {
  const values = new Map<string, unknown>();
  return {
    recall: (key) => values.get(key),
    remember: (name, key, value) => {
      if (!remembered.has(name)) return;
      values.delete(key);
      values.set(key, value);
      const [oldest] = values.keys();
      if (values.size > MOST_REMEMBERED && oldest !== undefined) values.delete(oldest);
    },
    forget: () => values.clear(),
  };
}
