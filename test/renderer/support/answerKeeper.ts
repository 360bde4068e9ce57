import type { InputOf } from '../../../shared/api/contract.ts';
import type { EntityView, Saved } from '../../../shared/api/views/fieldView.ts';
import type { FieldValue } from '../../../shared/domain/changeRecord.ts';
import { answerIdentity } from '../../../shared/domain/entityIdentity.ts';

type Written = {
  readonly id: string;
  readonly field: string;
  readonly value: FieldValue;
  readonly parents: readonly string[];
};

/**
 * Keeps one answer as the store does: each save is a record that replaces the records seen, and what nobody replaced is
 * live. Two values live at once are a conflict.
 */
export function answerKeeper(question: string, voice = 'partnership') {
  const written: Written[] = [];
  const entityId = answerIdentity(question, voice);

  function write(
    set: Readonly<Record<string, FieldValue | undefined>>,
    seen: Readonly<Record<string, readonly string[]>>,
  ): void {
    for (const [field, value] of Object.entries(set)) {
      if (value === undefined) continue;
      const id = `r${written.length + 1}`;
      written.push({ id, field, value, parents: seen[field] ?? [] });
    }
  }

  function live(field: string): readonly Written[] {
    const replaced = new Set(written.flatMap((record) => record.parents));
    return written.filter((record) => record.field === field && !replaced.has(record.id));
  }

  function view(): EntityView {
    const fields = [...new Set(written.map((record) => record.field))];
    return {
      entity: 'answer',
      entityId,
      deleted: false,
      fields: Object.fromEntries(
        fields.map((field) => [
          field,
          {
            live: live(field).map(({ id, value }) => ({
              value,
              records: [id],
              stamps: [{ author: 'Co-ordinator', voice, replica: '7f3a', at: '2026-10-03T09:12:00.000Z' }],
            })),
          },
        ]),
      ),
      seen: Object.fromEntries(fields.map((field) => [field, live(field).map(({ id }) => id)])),
      conflicts: fields.filter((field) => live(field).length > 1),
    };
  }

  return {
    view,
    /** What stands in a field: every live value. */
    values: (field: string): readonly FieldValue[] => live(field).map(({ value }) => value),
    /** Somebody else's change, made without having seen what is here. */
    writeElsewhere: (field: string, value: FieldValue): void => write({ [field]: value }, {}),
    save: (input: InputOf<'write-answer'>): Saved => {
      write(input.set, input.seen ?? {});
      return { savedAt: '2026-10-03T14:02:00.000Z', entity: view() };
    },
  };
}
