import type { Migration } from './migration.ts';

/**
 * When a piece of evidence was last changed is read from the change that `evidence.changed` names. Kept in the row as well,
 * it made every save while typing write one page more of the file.
 */
export const evidenceWithoutMoment: Migration = {
  version: 4,
  purpose: 'When evidence was changed is kept once, in the change',
  sql: 'ALTER TABLE evidence DROP COLUMN changed_at;',
};
