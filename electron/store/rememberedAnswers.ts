import type { Database } from 'better-sqlite3';

/** Answers of queries that take long where there is much to count, kept until the workbook changes. */
export type RememberedAnswers = ReturnType<typeof rememberedAnswers>;

/**
 * Remembers answers for as long as nothing is written through this connection, which is the only one that writes.
 *
 * Whoever writes what no remembered answer depends on, such as the words of an answer being typed, says so with
 * `keepThrough`; anything else, whoever writes it, makes every answer be asked for again.
 */
export function rememberedAnswers(database: Database) {
  const rowsChanged = database.prepare<[], number>('SELECT total_changes()').pluck();
  const forgetting: (() => void)[] = [];
  let validAt = -1;

  return {
    /** `ask` with its answers remembered by key. An answer is shared, so nobody may change it. */
    by<Answer extends NonNullable<unknown>>(ask: (key: string) => Answer): (key: string) => Answer {
      const answers = new Map<string, Answer>();
      forgetting.push(() => answers.clear());
      return (key) => {
        const now = rowsChanged.get() ?? -1;
        if (now !== validAt) for (const forget of forgetting) forget();
        validAt = now;
        const answer = answers.get(key) ?? ask(key);
        answers.set(key, answer);
        return answer;
      };
    },

    /** Writes something that no remembered answer depends on. */
    keepThrough<Result>(write: () => Result): Result {
      const isValid = rowsChanged.get() === validAt;
      try {
        return write();
      } finally {
        if (isValid) validAt = rowsChanged.get() ?? -1;
      }
    },
  };
}
