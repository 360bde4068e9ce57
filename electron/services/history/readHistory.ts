import type { HistoryEntry } from '../../../shared/api/views/searchView.ts';
import type { InputOf, OutputOf } from '../../../shared/api/contract.ts';
import type { ChangeRecord, FieldValue } from '../../../shared/domain/changeRecord.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';
import { fieldLabel } from './fieldLabel.ts';
import { labelOfEntity } from './labelOfEntity.ts';

/**
 * Changes, newest first: of the whole workbook, of one entity, or of one field of it.
 *
 * @throws WorkbookError `invalid-input` for half an address: a kind without an id, or a field of nothing.
 */
export function readHistory(
  workbook: OpenWorkbook,
  input: InputOf<'read-history'>,
): OutputOf<'read-history'> {
  const { entity, entityId, field, before = Number.MAX_SAFE_INTEGER, limit } = input;
  if ((entity === undefined) !== (entityId === undefined) || (field !== undefined && entity === undefined)) {
    throw new WorkbookError(
      'invalid-input',
      'Give the kind and the id of an entry, and a field only with them.',
    );
  }
  const logged =
    entity === undefined || entityId === undefined
      ? workbook.log.newest(before, limit + 1)
      : workbook.log.ofEntity(entity, entityId).filter(({ sequence }) => sequence < before);
  const wanted = logged.filter(({ record }) => field === undefined || Object.hasOwn(record.set, field));
  const page = wanted.slice(0, limit);
  return {
    entries: page.map(({ record }) => entryOf(workbook, record, field)),
    next: wanted.length > limit ? (page.at(-1)?.sequence ?? null) : null,
  };
}

/** What the label of a settlement says already, and the ids of the changes that it settled. */
const unlisted: ReadonlySet<string> = new Set(['about', 'field', 'settles']);

function isListed({ entity, set }: ChangeRecord, field: string): boolean {
  return entity !== 'settlement' || (!unlisted.has(field) && set[field] !== null);
}

function entryOf(workbook: OpenWorkbook, record: ChangeRecord, field: string | undefined): HistoryEntry {
  const state = workbook.states.get(record.entity, record.entityId)?.state ?? {};
  const fields =
    field === undefined
      ? Object.keys(record.set)
          .sort()
          .filter((name) => isListed(record, name))
      : [field];
  return {
    record: record.id,
    entity: record.entity,
    entityId: record.entityId,
    label: labelOfEntity(workbook, record.entity, record.entityId),
    stamp: { author: record.author, voice: record.voice, replica: record.replica, at: record.at },
    voiceName: workbook.nameOfVoice(record.voice),
    changes: fields.map((name) => ({
      field: name,
      fieldLabel: fieldLabel(name),
      before: valueBefore(workbook, record, name),
      after: record.set[name] ?? null,
      live: (state[name] ?? []).some(([head]) => head === record.id),
    })),
  };
}

/** What the author replaced; of several values, the first in the order of their records' ids. */
function valueBefore(workbook: OpenWorkbook, record: ChangeRecord, field: string): FieldValue {
  for (const parent of record.parents[field] ?? []) {
    const value = workbook.log.find(parent)?.record.set[field];
    if (value !== undefined) return value;
  }
  return null;
}
