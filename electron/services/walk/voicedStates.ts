import { partsOfVoiced } from '../../../shared/domain/entityIdentity.ts';
import { settledText, settledValue, type EntityState } from '../../../shared/domain/entityState.ts';
import { workStatuses, type GradeValue, type WorkStatus } from '../../../shared/domain/gradeScale.ts';
import { gradeValueSchema } from '../../../shared/domain/gradeValueSchema.ts';
import type { StoredState } from '../../store/entityStates.ts';

/** An answer or grade with what it is about and for whom it speaks. */
export type Voiced = StoredState & { readonly subject: string; readonly voice: string };

/** Answers or grades by voice, then by what they are about. Ids of another form are passed over. */
export function voicedStates(
  stored: Iterable<StoredState>,
): ReadonlyMap<string, ReadonlyMap<string, Voiced>> {
  const byVoice = new Map<string, Map<string, Voiced>>();
  for (const state of stored) {
    const parts = partsOfVoiced(state.entityId);
    if (parts === undefined) continue;
    const bySubject = byVoice.get(parts.voice) ?? new Map<string, Voiced>();
    byVoice.set(parts.voice, bySubject);
    bySubject.set(parts.subject, { ...state, ...parts });
  }
  return byVoice;
}

const answerFields = ['howAreWeDoing', 'howDoWeKnow', 'whatNext'] as const;

/** Whether anything has been written as an answer, settled or not. A default never counts as an answer. */
export function isAnswered(state: EntityState | undefined): boolean {
  return answerFields.some((field) => hasWords(state, field));
}

/** Whether anything has been written in a field, settled or not. White space is nothing. */
export function hasWords(state: EntityState | undefined, field: string): boolean {
  return (state?.[field] ?? []).some(([, value]) => typeof value === 'string' && value.trim() !== '');
}

/** The settled grade; null when there is none or it is in conflict. */
export function gradeOf(state: EntityState | undefined): GradeValue | null {
  const parsed = gradeValueSchema.safeParse(settledValue(state ?? {}, 'grade'));
  return parsed.success ? parsed.data : null;
}

/** The settled work status. Where nobody has set one, it follows from whether something is written. */
export function statusOf(state: EntityState | undefined): WorkStatus {
  const value = settledText(state ?? {}, 'status');
  const known = workStatuses.find((status) => status === value);
  if (known !== undefined) return known;
  return isAnswered(state) || gradeOf(state) !== null ? 'in-progress' : 'to-do';
}
