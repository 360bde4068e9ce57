/** What a proof found. */
export type ProofReport = {
  readonly name: string;
  readonly seed: number;
  readonly passed: boolean;
  /** What was counted, in the order it is printed. */
  readonly counts: Readonly<Record<string, number>>;
  /** What went wrong, with what is needed to repeat it. */
  readonly failures: readonly string[];
};

/** The report as lines for a terminal. At most ten failures are printed. */
export function reportLines({ name, seed, passed, counts, failures }: ProofReport): string {
  const figures = Object.entries(counts).map(([what, count]) => `${what} ${count}`);
  const shown = failures.slice(0, 10).map((failure) => `    ${failure}`);
  return [`${passed ? 'held  ' : 'FAILED'} ${name} (seed ${seed}): ${figures.join(', ')}`, ...shown, ''].join(
    '\n',
  );
}
