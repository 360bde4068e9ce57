import type { FieldValue } from '../../shared/domain/changeRecord.ts';
import type { EntityKind } from '../../shared/domain/entityCatalogue.ts';
import type { LinkTarget } from '../../shared/domain/entityIdentity.ts';
import { distinctValues } from '../../shared/domain/entityState.ts';
import { evidenceKinds, type EvidenceKind } from '../../shared/domain/entityCatalogue.ts';
import { isAnswer } from '../../shared/domain/exportModel/coverage.ts';
import type {
  ExportEntity,
  ExportEvidence,
  ExportFile,
  ExportSource,
} from '../../shared/domain/exportModel/exportSource.ts';
import { isWritten } from '../../shared/domain/exportModel/liveText.ts';
import { shippedCatalogue } from '../../shared/frameworks/catalogue.ts';

/** Stands for several live values of one field. */
export type Several = { readonly several: readonly FieldValue[] };
export type Fields = Readonly<Record<string, FieldValue | Several>>;

export function several(...values: readonly FieldValue[]): Several {
  return { several: values };
}

/** One entity as a test writes it down. */
export function entity<Kind extends EntityKind>(kind: Kind, id: string, fields: Fields): ExportEntity<Kind> {
  const state = Object.entries(fields).map(([field, value]) => {
    const values = typeof value === 'object' && value !== null ? value.several : [value];
    return [field, values.map((one, index) => [`${id} ${field} ${index}`, one] as const)] as const;
  });
  return { kind, id, state: Object.fromEntries(state) };
}

/** One item of evidence as a test writes it down; its number is its place in the list. */
export function evidence(
  number: number,
  fields: Fields,
  links: readonly LinkTarget[] = [],
  files: readonly ExportFile[] = [],
): ExportEvidence {
  return { ...entity('evidence', `evidence-${number}`, fields), number, links, files };
}

type Content = Partial<
  Pick<
    ExportSource,
    | 'workbook'
    | 'answers'
    | 'grades'
    | 'actions'
    | 'indicators'
    | 'indicatorValues'
    | 'participation'
    | 'pathwayCells'
    | 'catalogue'
  >
> & { readonly evidence?: () => Iterable<ExportEvidence> };

/** A source made of the given content, counted by going through it. */
export function exportSource(content: Content = {}): ExportSource {
  const items = content.evidence ?? (() => []);
  const answers = content.answers ?? [];
  const grades = content.grades ?? [];
  const actions = content.actions ?? [];
  const indicatorValues = content.indicatorValues ?? [];
  const participation = content.participation ?? [];
  const all = [...items()];
  const linkedTo = (targets: readonly LinkTarget[]): readonly ExportEvidence[] =>
    all.filter(({ links }) =>
      links.some((link) => targets.some(({ kind, id }) => kind === link.kind && id === link.id)),
    );
  return {
    workbook: entity('workbook', 'workbook', {
      partnership: 'West Dunbartonshire',
      round: '2017-18',
      marking: 'OFFICIAL',
    }),
    catalogue: shippedCatalogue,
    generatedAt: '2026-10-03T14:02:00.000Z',
    appVersion: '0.1.0',
    indicators: [],
    pathwayCells: [],
    ...content,
    answers,
    grades,
    actions,
    indicatorValues,
    participation,
    evidence: items,
    evidenceLinkedTo: linkedTo,
    summaryOf(targets) {
      const linked = linkedTo(targets);
      const dates = linked.flatMap((item) => textsOf(item, 'date')).sort();
      return {
        count: linked.length,
        kinds: evidenceKinds.filter((kind: EvidenceKind) =>
          linked.some((item) => textsOf(item, 'kind').includes(kind)),
        ),
        newest: dates.at(-1) ?? null,
        partners: new Set(linked.flatMap((item) => textsOf(item, 'partner'))).size,
      };
    },
    counts: {
      answers: answers.filter(isAnswer).length,
      grades: grades.filter((grade) => isWritten(grade, 'grade')).length,
      evidence: all.length,
      files: all.reduce((sum, { files }) => sum + files.length, 0),
      actions: actions.length,
      indicatorValues: indicatorValues.length,
      participation: participation.length,
    },
  };
}

function textsOf(item: ExportEvidence, field: string): readonly string[] {
  return distinctValues(item.state, field).filter((value) => typeof value === 'string');
}
