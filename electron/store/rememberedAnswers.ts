import type { Database } from 'better-sqlite3';

/** Answers of queries that take long where there is much to count, kept until the workbook changes. */
export type RememberedAnswers = ReturnType<typeof rememberedAnswers>;

/** Counts by what is counted; what would be 0 may be absent. */
export type Counts = ReadonlyMap<string, number>;

/**
 * Remembers answers for as long as nothing is written through this connection, which is the only one that writes.
 *
 * Whoever writes what no remembered answer depends on, such as the words of an answer being typed, says so with
 * `keepThrough`; who changes a few items says which with `changing`. Anything else, whoever writes it, makes every answer
 * be asked for again.
 */
export function rememberedAnswers(database: Database) {
  const rowsChanged = database.prepare<[], number>('SELECT total_changes()').pluck();
  const answers: Map<string, unknown>[] = [];
  const counts: Held[] = [];
  let validAt = -1;

  function isValid(): boolean {
    return rowsChanged.get() === validAt;
  }

  function forgetChanged(): void {
    if (isValid()) return;
    for (const known of answers) known.clear();
    for (const { known } of counts) known.clear();
    validAt = rowsChanged.get() ?? -1;
  }

  return {
    /** `ask` with its answers remembered by key. An answer is shared, so nobody may change it. */
    by<Answer extends NonNullable<unknown>>(ask: (key: string) => Answer): (key: string) => Answer {
      const known = new Map<string, Answer>();
      answers.push(known);
      return (key) => {
        forgetChanged();
        const answer = known.get(key) ?? ask(key);
        known.set(key, answer);
        return answer;
      };
    },

    /** As `by`, for counts over items, of which `ofItems` counts some: these are brought up to date by `changing`. */
    counts(
      ask: (key: string) => Counts,
      ofItems: (key: string, items: readonly string[]) => Counts,
    ): (key: string) => Counts {
      const known = new Map<string, Map<string, number>>();
      counts.push({ known, ofItems });
      return (key) => {
        forgetChanged();
        const answer = known.get(key) ?? new Map(ask(key));
        known.set(key, answer);
        return answer;
      };
    },

    /** Writes something that no remembered answer depends on. */
    keepThrough<Result>(write: () => Result): Result {
      const wasValid = isValid();
      try {
        return write();
      } finally {
        if (wasValid) validAt = rowsChanged.get() ?? -1;
      }
    },

    /** Writes something by which nothing is counted otherwise than before but these items. */
    changing<Result>(items: readonly string[], write: () => Result): Result {
      if (!isValid()) return write();
      const before = counts.map((held) => countsOf(held, items));
      const result = write();
      for (const known of answers) known.clear();
      counts.forEach((held, place) => {
        for (const [key, was] of before[place] ?? []) add(held.known.get(key), was, -1);
        for (const [key, is] of countsOf(held, items)) add(held.known.get(key), is, 1);
      });
      validAt = rowsChanged.get() ?? -1;
      return result;
    },
  };
}

type Held = {
  readonly known: Map<string, Map<string, number>>;
  readonly ofItems: (key: string, items: readonly string[]) => Counts;
};

function countsOf(
  { known, ofItems }: Held,
  items: readonly string[],
): readonly (readonly [string, Counts])[] {
  return [...known.keys()].map((key) => [key, ofItems(key, items)]);
}

function add(to: Map<string, number> | undefined, counts: Counts, sign: 1 | -1): void {
  for (const [what, count] of counts) to?.set(what, (to.get(what) ?? 0) + sign * count);
}
