import type { ConflictView } from '../../../shared/api/views/consolidationView.ts';
import { partsOfVoiced } from '../../../shared/domain/entityIdentity.ts';
import type { Catalogue } from '../../../shared/domain/frameworkSchema.ts';

/** The conflicts of one quality indicator, or of one kind of thing, by partner. */
export type ConflictGroup = {
  readonly title: string;
  readonly count: number;
  readonly voices: readonly {
    /** Null where no voice has to do with it. */
    readonly name: string | null;
    readonly conflicts: readonly ConflictView[];
  }[];
};

const titlesOfKinds: Readonly<Record<string, string>> = {
  action: 'Actions',
  attachment: 'Files',
  evidence: 'Evidence',
  'framework-row': 'Texts of the framework',
  indicator: 'Indicators',
  'indicator-value': 'Values of indicators',
  joining: 'Joined evidence',
  link: 'Links',
  participation: 'Participation',
  partner: 'Partners',
  'pathway-cell': 'Pathway',
  workbook: 'This workbook',
};

/** The list in groups, both in the order in which it comes. */
export function conflictGroups(conflicts: readonly ConflictView[]): readonly ConflictGroup[] {
  const groups = new Map<string, Map<string | null, ConflictView[]>>();
  for (const conflict of conflicts) {
    const title = groupOf(conflict);
    const voices = groups.get(title) ?? new Map<string | null, ConflictView[]>();
    groups.set(title, voices);
    const ofVoice = voices.get(conflict.voiceName) ?? [];
    voices.set(conflict.voiceName, ofVoice);
    ofVoice.push(conflict);
  }
  return [...groups].map(([title, voices]) => ({
    title,
    count: [...voices.values()].reduce((sum, { length }) => sum + length, 0),
    voices: [...voices].map(([name, ofVoice]) => ({ name, conflicts: ofVoice })),
  }));
}

/** The title of the group that a conflict is in. */
export function groupOf(conflict: ConflictView): string {
  if (conflict.qualityIndicator !== '') return conflict.qualityIndicator;
  return titlesOfKinds[conflict.entity] ?? 'Other entries';
}

/** What a conflict is called within its group: "Question 2: How are we doing?". */
export function titleInGroup(conflict: ConflictView, catalogue: Catalogue): string {
  const field = conflict.field === 'deleted' ? 'Deleted and changed' : conflict.fieldLabel;
  if (conflict.qualityIndicator === '') {
    const [kind, ...name] = conflict.label.split(': ');
    return `${kind === groupOf(conflict) && name.length > 0 ? name.join(': ') : conflict.label}: ${field}`;
  }
  const number = questionNumber(partsOfVoiced(conflict.entityId)?.subject, catalogue);
  return number === undefined ? field : `Question ${String(number)}: ${field}`;
}

function questionNumber(questionId: string | undefined, { questions }: Catalogue): number | undefined {
  const question = questions.find(({ id }) => id === questionId);
  if (question === undefined) return undefined;
  const siblings = questions.filter(
    ({ qualityIndicatorId }) => qualityIndicatorId === question.qualityIndicatorId,
  );
  return siblings.indexOf(question) + 1;
}
