import type { Database } from 'better-sqlite3';
import { migrate } from '../../../electron/store/file/migrate.ts';
import { connectToMemory } from '../../../electron/store/file/storeConnection.ts';
import { writeProperties } from '../../../electron/store/file/workbookProperties.ts';
import { migrations } from '../../../electron/store/migrations/migrations.ts';
import { sampleProperties } from '../sampleWorkbook.ts';

/**
 * A workbook in memory with the rows that version 1 or 2 wrote for what `fill` writes: each piece of evidence has its own
 * links and is listed unless it was deleted.
 */
export function olderWorkbook(version: 1 | 2, fill: (database: Database) => void): Database {
  const newest = connectToMemory();
  migrate(newest, migrations);
  fill(newest);
  const older = connectToMemory();
  migrate(older, migrations.slice(0, version));
  writeProperties(older, sampleProperties);
  for (const [table, select] of [
    ['change_record', 'SELECT * FROM change_record'],
    // Whether there is a conflict, not yet how many.
    [
      'entity_state',
      'SELECT number, entity, entity_id, fields, min(conflict, 1) AS conflict, sequence FROM entity_state',
    ],
    ['awaited_parent', 'SELECT * FROM awaited_parent'],
    ['search_pending', 'SELECT * FROM search_pending'],
    ['attachment', 'SELECT * FROM attachment'],
    // Its own links only, and before the evidence, whose triggers count them.
    [
      'link',
      `SELECT * FROM link WHERE evidence_id || '>' || target_kind || ':' || target_id IN
      (SELECT entity_id FROM entity_state WHERE entity = 'link' AND fields LIKE '%true%')`,
    ],
    ['evidence', 'SELECT * FROM evidence'],
  ] as const) {
    for (const row of newest.prepare<[], Record<string, string | number>>(select).all()) {
      if (table === 'evidence') {
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
