import { PARTNERSHIP_VOICE, WORKBOOK_ENTITY_ID } from '../../../shared/domain/entityIdentity.ts';
import {
  distinctValues,
  fieldsInConflict,
  isDeleted,
  settledText,
  type EntityState,
} from '../../../shared/domain/entityState.ts';
import type {
  ReturnEntity,
  ReturnEvidence,
  ReturnSource,
} from '../../../shared/domain/returnWorkbook/planReturnCopy.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';

/** What somebody wants asked, and of whom. */
export type ReturnOrder = {
  /** A partner's id; left out: the voice of this copy. */
  readonly partner?: string | undefined;
  /** Left out: all of them. */
  readonly qualityIndicators?: readonly string[] | undefined;
  readonly outcomes?: readonly string[] | undefined;
};

/** Evidence beyond this is left to the program; a sheet of more is no help to anybody. */
const MOST_EVIDENCE = 10_000;

/**
 * What a workbook to fill in is made from. A partner gets its own evidence and the actions that it manages, and nothing of
 * other partners'.
 *
 * @throws WorkbookError `not-found` for a partner, quality indicator or outcome that there is none of.
 */
export function returnSourceOf(workbook: OpenWorkbook, order: ReturnOrder): ReturnSource {
  const catalogue = workbook.catalogue();
  const voice = order.partner ?? workbook.voice();
  const isKnownVoice = voice === PARTNERSHIP_VOICE || catalogue.partners.some(({ id }) => id === voice);
  const isKnown = (rows: readonly { readonly id: string }[], ids: readonly string[] = []): boolean =>
    ids.every((id) => rows.some((row) => row.id === id));
  if (
    !isKnownVoice ||
    !isKnown(catalogue.qualityIndicators, order.qualityIndicators) ||
    !isKnown(catalogue.outcomes, order.outcomes)
  ) {
    throw new WorkbookError(
      'not-found',
      'There is no such partner, quality indicator or outcome in this workbook.',
    );
  }
  const about = workbook.states.get('workbook', WORKBOOK_ENTITY_ID)?.state ?? {};
  const voiceName = workbook.nameOfVoice(voice);
  const qualityIndicators = order.qualityIndicators ?? null;
  const outcomes = order.outcomes ?? null;
  return {
    file: workbook.ids.randomHex(16),
    workbook: workbook.id,
    partnership: settledText(about, 'partnership'),
    round: settledText(about, 'round'),
    marking: settledText(about, 'marking'),
    voice,
    voiceName,
    madeAt: workbook.clock.now().toISOString(),
    app: workbook.app,
    catalogue,
    qualityIndicators,
    outcomes,
    stateOf: (entity, entityId) => workbook.states.get(entity, entityId)?.state ?? {},
    evidence: evidenceOf(workbook, voice, qualityIndicators, outcomes),
    actions: actionsOf(workbook, { voice, voiceName, qualityIndicators, outcomes }),
  };
}

function evidenceOf(
  workbook: OpenWorkbook,
  voice: string,
  qualityIndicators: readonly string[] | null,
  outcomes: readonly string[] | null,
): readonly ReturnEvidence[] {
  const found: ReturnEvidence[] = [];
  for (const { entityId, state } of workbook.states.ofKind('evidence')) {
    const isOwn = voice === PARTNERSHIP_VOICE || distinctValues(state, 'partner').includes(voice);
    const isShownWithAnother = workbook.evidence.standInOf(entityId) !== undefined;
    if (!isThere(state) || !isOwn || isShownWithAnother) continue;
    const links = workbook.evidence.linksOf(entityId);
    const linked = (kind: string): readonly string[] =>
      links.filter((link) => link.kind === kind).map(({ id }) => id);
    const evidence = {
      id: entityId,
      state,
      qualityIndicators: linked('quality-indicator'),
      outcomes: linked('outcome'),
    };
    if (isAsked(evidence.qualityIndicators, evidence.outcomes, qualityIndicators, outcomes))
      found.push(evidence);
    if (found.length === MOST_EVIDENCE) break;
  }
  return found;
}

function actionsOf(
  workbook: OpenWorkbook,
  asked: Pick<ReturnSource, 'voice' | 'voiceName' | 'qualityIndicators' | 'outcomes'>,
): readonly ReturnEntity[] {
  return [...workbook.states.ofKind('action')]
    .filter(({ state }) => isThere(state) && isManagedBy(state, asked.voice, asked.voiceName))
    .filter(({ state }) =>
      isAsked(
        textsOf(state, 'qualityIndicator'),
        textsOf(state, 'outcome'),
        asked.qualityIndicators,
        asked.outcomes,
      ),
    )
    .map(({ entityId, state }) => ({ id: entityId, state, order: settledText(state, 'order') }))
    .toSorted((left, right) => (left.order < right.order ? -1 : 1));
}

/** Everything is asked about when neither quality indicators nor outcomes were chosen. */
function isAsked(
  linkedIndicators: readonly string[],
  linkedOutcomes: readonly string[],
  indicators: readonly string[] | null,
  outcomes: readonly string[] | null,
): boolean {
  if (indicators === null && outcomes === null) return true;
  return (
    linkedIndicators.some((id) => indicators?.includes(id)) ||
    linkedOutcomes.some((id) => outcomes?.includes(id))
  );
}

/** What is deleted here and changed there is settled in the program, not in a file. */
function isThere(state: EntityState): boolean {
  return !isDeleted(state) && !fieldsInConflict(state).includes('deleted');
}

function textsOf(state: EntityState, field: string): readonly string[] {
  return distinctValues(state, field).flatMap((value) => (typeof value === 'string' ? [value] : []));
}

/** Whether an action concerns a partner, by the words that say who manages it. */
function isManagedBy(state: EntityState, voice: string, voiceName: string): boolean {
  return (
    voice === PARTNERSHIP_VOICE ||
    settledText(state, 'managedBy').toLowerCase().includes(voiceName.toLowerCase())
  );
}
