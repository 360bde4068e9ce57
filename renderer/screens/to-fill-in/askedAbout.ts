import type { Catalogue } from '../../../shared/domain/frameworkSchema.ts';

/** What a workbook to fill in asks about: all of it, or the rows that are ticked. */
export type AskedAbout = {
  readonly isAll: boolean;
  /** Ids of quality indicators and of outcomes. */
  readonly ticked: {
    readonly qualityIndicators: ReadonlySet<string>;
    readonly outcomes: ReadonlySet<string>;
  };
};

export type AskedKind = keyof AskedAbout['ticked'];

/** Rows under one heading, all ticked or unticked together. */
export type AskedGroup = {
  readonly id: string;
  readonly title: string;
  readonly kind: AskedKind;
  readonly rows: readonly { readonly id: string; readonly label: string }[];
};

export const askAboutAll: AskedAbout = {
  isAll: true,
  ticked: { qualityIndicators: new Set(), outcomes: new Set() },
};

/** The quality indicators by key question, then the outcomes by kind; groups without a row are left out. */
export function askedGroups(catalogue: Catalogue): readonly AskedGroup[] {
  const indicators = catalogue.keyQuestions.map(({ id, title }): AskedGroup => ({
    id,
    title,
    kind: 'qualityIndicators',
    rows: catalogue.qualityIndicators
      .filter(({ keyQuestionId }) => keyQuestionId === id)
      .map((row) => ({ id: row.id, label: `${row.number} ${row.title}` })),
  }));
  const outcomes = (
    [
      ['structural', 'Structural outcomes'],
      ['person-centric', 'Person-centric outcomes'],
    ] as const
  ).map(([kind, title]): AskedGroup => ({
    id: kind,
    title,
    kind: 'outcomes',
    rows: catalogue.outcomes
      .filter((row) => row.kind === kind)
      .map((row) => ({ id: row.id, label: `${row.number} ${row.title}` })),
  }));
  return [...indicators, ...outcomes].filter(({ rows }) => rows.length > 0);
}

/** The same with these rows of one kind ticked or unticked. */
export function withTicked(
  asked: AskedAbout,
  kind: AskedKind,
  ids: readonly string[],
  isTicked: boolean,
): AskedAbout {
  const rows = new Set(asked.ticked[kind]);
  for (const id of ids) {
    if (isTicked) rows.add(id);
    else rows.delete(id);
  }
  return { ...asked, ticked: { ...asked.ticked, [kind]: rows } };
}

/** What is wrong with what is ticked, or undefined. */
export function askedProblem({ isAll, ticked }: AskedAbout): string | undefined {
  if (isAll || ticked.qualityIndicators.size + ticked.outcomes.size > 0) return undefined;
  return 'Nothing is ticked: tick at least one quality indicator or outcome.';
}

/** As the operation takes it: nothing for everything, else both lists, so that what is not ticked is not asked. */
export function askedOf({ isAll, ticked }: AskedAbout): {
  readonly qualityIndicators?: string[];
  readonly outcomes?: string[];
} {
  if (isAll) return {};
  return { qualityIndicators: [...ticked.qualityIndicators], outcomes: [...ticked.outcomes] };
}
