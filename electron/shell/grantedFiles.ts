import type { IdSource } from '../services/ports.ts';

/** More than one lot of files; the oldest that nobody came back for are forgotten. */
const MOST = 1_000;

/** Files that a person dropped on the page, by tokens: the page is given those, and never a path. */
export function grantedFiles(ids: IdSource) {
  const paths = new Map<string, string>();

  return {
    /** A token for each path that the preload has read off a dropped file; null for one that lies nowhere. */
    grant(given: unknown): readonly (string | null)[] {
      if (!Array.isArray(given)) return [];
      const tokens = given.map((path: unknown) => {
        if (typeof path !== 'string' || path === '') return null;
        const token = ids.randomHex(16);
        paths.set(token, path);
        return token;
      });
      for (const oldest of [...paths.keys()].slice(0, -MOST)) paths.delete(oldest);
      return tokens;
    },

    /** The path that a token stands for, once. */
    take(token: string): string | undefined {
      const path = paths.get(token);
      paths.delete(token);
      return path;
    },
  };
}
