import type { ConflictView } from '../../../shared/api/views/consolidationView.ts';
import type { SettlementDraft } from '../../../shared/api/views/settlementDraftView.ts';
import { assertNever } from '../../../shared/domain/assertNever.ts';
import type { FieldValue } from '../../../shared/domain/changeRecord.ts';
import { gradeValues } from '../../../shared/domain/gradeScale.ts';
import { readTypedDate } from '../../components/evidence/evidenceDate.ts';
import { conflictChoices } from './conflictChoices.ts';
import { takes, type FieldEditor } from './fieldEditor.ts';

/** Between the texts that are put one after the other to be combined. */
export const SEPARATOR = '\n\n———\n\n';

type SettleWay = NonNullable<SettlementDraft['way']>;

/** What settling as drafted would write, or a sentence on what is missing. */
export type Settlement =
  | { readonly ok: true; readonly value: FieldValue; readonly how: SettleWay }
  | { readonly ok: false; readonly problem: string };

/** What settling the conflict as it is drafted would write. */
export function settlementOf(
  conflict: ConflictView,
  draft: SettlementDraft,
  editor: FieldEditor,
): Settlement {
  switch (draft.way) {
    case null:
      return { ok: false, problem: 'Choose first: take a value, or write one.' };
    case 'take': {
      const taken = conflictChoices(conflict).find(({ key }) => key === draft.taken);
      return taken === undefined
        ? { ok: false, problem: 'The value chosen has changed. Choose again.' }
        : { ok: true, value: taken.value, how: 'take' };
    }
    case 'combine':
      if (draft.combined.includes(SEPARATOR.trim())) {
        return {
          ok: false,
          problem: 'The line ——— between the texts is still there. Make one text of them.',
        };
      }
      return checked(conflict, 'combine', oneTextOf(draft.combined, editor));
    case 'own':
      return ownValue(conflict, draft, editor);
    default:
      return assertNever(draft.way);
  }
}

/** All texts of a conflict, one after the other, to begin a combination with. */
export function textsToCombine(conflict: ConflictView): string {
  return conflict.values
    .map(({ value }) => value)
    .filter((value) => typeof value === 'string' && value !== '')
    .join(SEPARATOR);
}

function ownValue(conflict: ConflictView, draft: SettlementDraft, editor: FieldEditor): Settlement {
  const typed = draft.own.trim();
  if (typed === '') return nothingWritten;
  switch (editor.kind) {
    case 'text':
      return checked(conflict, 'own', oneTextOf(draft.own, editor));
    case 'date': {
      const read = readTypedDate(typed);
      return read.ok ? checked(conflict, 'own', read.date) : { ok: false, problem: read.problem };
    }
    case 'grade':
      return checked(conflict, 'own', gradeValues.find((grade) => String(grade) === typed) ?? null);
    case 'number': {
      const number = Number(typed.replaceAll(',', ''));
      if (!Number.isFinite(number)) return { ok: false, problem: 'Type a number such as 12.5.' };
      return checked(conflict, 'own', number);
    }
    case 'choice':
    case 'none':
      return checked(conflict, 'own', typed);
    default:
      return assertNever(editor);
  }
}

/** A line of an entry stays one line, however many lines it was made of. */
function oneTextOf(text: string, editor: FieldEditor): string {
  const isLine = editor.kind === 'text' && editor.isLine;
  return isLine ? text.replaceAll(/\s*\n\s*/g, ' ').trim() : text;
}

function checked(conflict: ConflictView, how: SettleWay, value: FieldValue): Settlement {
  if (value === null || value === '') return nothingWritten;
  if (!takes(conflict.entity, conflict.field, value)) {
    return { ok: false, problem: 'This is longer than can be kept here, or not what belongs here.' };
  }
  return { ok: true, value, how };
}

const nothingWritten: Settlement = {
  ok: false,
  problem: 'Nothing is written yet. Write what is to stand, or take one of the values.',
};
