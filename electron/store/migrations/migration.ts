/** One step of the store's schema. A step that has shipped is never edited; the next change is a new step. */
export type Migration = {
  /** `user_version` after the step: 1, 2, 3 … without gaps. */
  readonly version: number;
  /** What the step is for, for the log and for the reader. */
  readonly purpose: string;
  /** Statements run in one transaction together with the rise of `user_version`. */
  readonly sql: string;
};
