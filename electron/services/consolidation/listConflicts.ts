import type { ConflictView } from '../../../shared/api/views/consolidationView.ts';
import type { EntityView } from '../../../shared/api/views/fieldView.ts';
import { commonStart } from '../../../shared/domain/consolidation/commonStart.ts';
import { isKnownField } from '../../../shared/domain/consolidation/isUnderstood.ts';
import { partsOfVoiced } from '../../../shared/domain/entityIdentity.ts';
import { fieldsInConflict } from '../../../shared/domain/entityState.ts';
import { labelOf } from '../../../shared/domain/frameworkRow.ts';
import { entriesInConflict } from '../../store/consolidation/entriesInConflict.ts';
import { fieldLabel } from '../history/fieldLabel.ts';
import { labelOfEntity } from '../history/labelOfEntity.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';

/** One field in conflict, before it is put in words. */
type Found = {
  readonly entity: string;
  readonly entityId: string;
  readonly field: string;
  readonly subject: string;
  readonly voice: string | null;
};

/** Fields with more than one live value, by quality indicator and voice, then by kind; a page of them in words. */
export function listConflicts(
  workbook: OpenWorkbook,
  offset: number,
  limit: number,
): { readonly total: number; readonly conflicts: ConflictView[] } {
  const indicators = indicatorPlaces(workbook);
  const found: Found[] = [];
  for (const { entity, entityId, state } of entriesInConflict(workbook.database)) {
    const parts = entity === 'answer' || entity === 'grade' ? partsOfVoiced(entityId) : undefined;
    for (const field of fieldsInConflict(state)) {
      found.push({ entity, entityId, field, subject: parts?.subject ?? '', voice: parts?.voice ?? null });
    }
  }
  const place = ({ subject }: Found): number => indicators.get(subject)?.place ?? Infinity;
  const sorted = found.toSorted(
    (left, right) => compare(place(left), place(right)) || compare(left.voice ?? '', right.voice ?? ''),
  );
  return {
    total: found.length,
    conflicts: sorted.slice(offset, offset + limit).map((conflict) => ({
      ...viewOf(workbook, conflict),
      qualityIndicator: indicators.get(conflict.subject)?.label ?? '',
    })),
  };
}

function viewOf(workbook: OpenWorkbook, { entity, entityId, field, voice }: Found): ConflictView {
  const view = workbook.view(entity, entityId);
  const values = view.fields[field]?.live ?? [];
  const heads = values.flatMap(({ records }) => records);
  const start = commonStart(field, heads, (id) => workbook.log.find(id)?.record);
  return {
    entity,
    entityId,
    label: labelOfEntity(workbook, entity, entityId),
    field,
    fieldLabel: fieldLabel(field),
    qualityIndicator: '',
    voice,
    voiceName: voice === null ? null : workbook.nameOfVoice(voice),
    values,
    beside: fieldsBeside(view, field),
    start: start ?? null,
    canSettle: isKnownField(entity, field),
    // Settling whether something is deleted is about everything that is live in it.
    seen: field === 'deleted' ? view.seen : { [field]: view.seen[field] ?? [] },
  };
}

/** All fields beside a deletion; beside a grade the reasons that people gave for theirs. */
function fieldsBeside(view: EntityView, contested: string): ConflictView['beside'] {
  const isBeside = (field: string): boolean =>
    contested === 'deleted'
      ? field !== 'deleted'
      : view.entity === 'grade' && contested === 'grade' && field === 'rationale';
  return Object.entries(view.fields)
    .filter(([field]) => isBeside(field))
    .map(([field, { live }]) => ({ field, fieldLabel: fieldLabel(field), live }));
}

/** Quality indicators and questions by id, with the place that they have in the framework. */
function indicatorPlaces(
  workbook: OpenWorkbook,
): ReadonlyMap<string, { readonly place: number; readonly label: string }> {
  const { qualityIndicators, questions } = workbook.catalogue();
  const places = new Map(
    qualityIndicators.map(
      (indicator, place) => [indicator.id, { place, label: labelOf(indicator) }] as const,
    ),
  );
  const ofQuestions = questions.flatMap(({ id, qualityIndicatorId }) => {
    const place = places.get(qualityIndicatorId);
    return place === undefined ? [] : [[id, place] as const];
  });
  return new Map([...places, ...ofQuestions]);
}

function compare(left: number | string, right: number | string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
