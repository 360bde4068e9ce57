/** An open database, for layers that hand it on and never look into it. */
export type { Database as StoreDatabase } from 'better-sqlite3';
