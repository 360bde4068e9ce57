import type { Database } from 'better-sqlite3';

/** The field of an entry that a draft is to settle. */
type DraftAddress = { readonly entity: string; readonly entityId: string; readonly field: string };

type Row = {
  readonly entity: string;
  readonly entity_id: string;
  readonly field: string;
  readonly body: string;
  readonly at: string;
};

/** What is being written to settle conflicts with, as JSON, a row for each field. Callers bring their own transaction. */
export function settlementDraftRows(database: Database) {
  const put = database.prepare<[string, string, string, string, string]>(
    `INSERT INTO settlement_draft (entity, entity_id, field, body, at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (entity, entity_id, field) DO UPDATE SET body = excluded.body, at = excluded.at`,
  );
  const remove = database.prepare<[string, string, string]>(
    'DELETE FROM settlement_draft WHERE entity = ? AND entity_id = ? AND field = ?',
  );
  const all = database.prepare<[], Row>(
    'SELECT entity, entity_id, field, body, at FROM settlement_draft ORDER BY entity, entity_id, field',
  );

  return {
    keep({ entity, entityId, field }: DraftAddress, body: string, at: string): void {
      put.run(entity, entityId, field, body, at);
    },

    letGo({ entity, entityId, field }: DraftAddress): void {
      remove.run(entity, entityId, field);
    },

    list: (): readonly (DraftAddress & Pick<Row, 'body' | 'at'>)[] =>
      all.all().map(({ entity_id: entityId, ...row }) => ({ ...row, entityId })),
  };
}
