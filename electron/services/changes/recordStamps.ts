import type { ChangeRecord } from '../../../shared/domain/changeRecord.ts';
import type { Stamp } from '../../../shared/domain/stamp.ts';
import type { ChangeLog } from '../../store/changeLog.ts';

/** Who wrote the records that are live in what is being looked at. */
export type RecordStamps = ReturnType<typeof recordStamps>;

/** As many as a screen full of fields has, many times over. */
const REMEMBERED = 2_000;

/** Looks up who wrote a record, and when. Nothing of that ever changes under one id, so what was read once stands. */
export function recordStamps(log: ChangeLog) {
  const known = new Map<string, Stamp>();

  function note({ id, author, voice, replica, at }: ChangeRecord): Stamp {
    if (known.size >= REMEMBERED) known.clear();
    const stamp = { author, voice, replica, at };
    known.set(id, stamp);
    return stamp;
  }

  return {
    /** Undefined for a record that is not in the log. */
    of(id: string): Stamp | undefined {
      const stamp = known.get(id);
      if (stamp !== undefined) return stamp;
      const record = log.find(id)?.record;
      return record === undefined ? undefined : note(record);
    },
    /** To be told of a record that has just been written: its entity is shown next. */
    note,
  };
}
