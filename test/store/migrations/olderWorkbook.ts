import type { Database } from 'better-sqlite3';
import { migrate } from '../../../electron/store/file/migrate.ts';
import { connectToMemory } from '../../../electron/store/file/storeConnection.ts';
import { writeProperties } from '../../../electron/store/file/workbookProperties.ts';
import { migrations } from '../../../electron/store/migrations/migrations.ts';
import { sampleProperties } from '../sampleWorkbook.ts';

/**
 * A workbook in memory with the rows that version 1, 2 or 3 wrote for what `fill` writes: up to version 2 each piece of
 * evidence has its own links and is listed unless it was deleted.
 */
export function olderWorkbook(version: 1 | 2 | 3, fill: (database: Database) => void): Database {
  const newest = connectToMemory();
  migrate(newest, migrations);
  fill(newest);
  const older = connectToMemory();
  migrate(older, migrations.slice(0, version));
  writeProperties(older, sampleProperties);
  for (const [table, select] of [
    ['change_record', 'SELECT * FROM change_record'],
    [
      'entity_state',
      version === 3
        ? 'SELECT * FROM entity_state'
        : // Whether there is a conflict, not yet how many.
          'SELECT number, entity, entity_id, fields, min(conflict, 1) AS conflict, sequence FROM entity_state',
    ],
    ['awaited_parent', 'SELECT * FROM awaited_parent'],
    ['search_pending', 'SELECT * FROM search_pending'],
    ['attachment', 'SELECT * FROM attachment'],
    ...(version === 3
      ? ([
          ['joining', 'SELECT * FROM joining'],
          ['joined', 'SELECT * FROM joined'],
        ] as const)
      : []),
    // Before the evidence, whose triggers count them.
    ['link', version === 3 ? 'SELECT * FROM link' : OWN_LINKS],
    [
      'evidence',
      "SELECT *, (SELECT body ->> '$.at' FROM change_record WHERE sequence = changed) AS changed_at FROM evidence",
    ],
  ] as const) {
    for (const row of newest.prepare<[], Record<string, string | number>>(select).all()) {
      if (table === 'evidence' && version < 3) {
        const links = older
          .prepare<[unknown], number>('SELECT count(*) FROM link WHERE evidence_id = ?')
          .pluck();
        Object.assign(row, { deleted: row['deleted'] === 1 ? 1 : 0, uses: links.get(row['id']) ?? 0 });
      }
      const columns = Object.keys(row);
      older
        .prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`)
        .run(...Object.values(row));
    }
  }
  newest.close();
  return older;
}

const OWN_LINKS = `SELECT * FROM link WHERE evidence_id || '>' || target_kind || ':' || target_id IN
  (SELECT entity_id FROM entity_state WHERE entity = 'link' AND fields LIKE '%true%')`;
