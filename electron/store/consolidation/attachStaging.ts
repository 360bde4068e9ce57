import type { Database } from 'better-sqlite3';
import { STAGING_CACHE } from './createStaging.ts';

/**
 * Lets an open workbook read staged changes by SQL, as the schema `staging`, and answers how to end that. Both to be called
 * outside a transaction.
 */
export function attachStaging(database: Database, file: string): () => void {
  database.prepare<[string]>('ATTACH ? AS staging').run(file);
  database.pragma(`staging.cache_size = -${STAGING_CACHE}`);
  return () => void database.exec('DETACH staging');
}
