import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { canonicalForm } from '../../../shared/domain/canonicalForm.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { sha256OfText } from './sha256.ts';

/** What belongs to this copy of the workbook and not to its records. */
export const workbookPropertiesSchema = z.strictObject({
  /** The workbook's own id: the same in every copy. */
  id: z.string().min(1).max(60),
  /** This copy's id: new for every copy and after every restoration. */
  replica: z.string().min(1).max(60),
  /** As whom this copy speaks. */
  voice: z.string().min(1).max(120),
  /** ISO 8601. */
  created_at: z.string().min(1),
  /** `new` or `example`. */
  origin: z.string().min(1),
});
export type WorkbookProperties = z.infer<typeof workbookPropertiesSchema>;

const SEAL = 'seal';

/** @throws WorkbookError `damaged` when a property is missing or does not agree with the seal over all of them. */
export function readProperties(database: Database): WorkbookProperties {
  const stored = storedProperties(database);
  const seal = stored[SEAL];
  delete stored[SEAL];
  const properties = workbookPropertiesSchema.safeParse(stored);
  if (!properties.success || seal !== sealOf(properties.data)) {
    throw new WorkbookError(
      'damaged',
      `What says which workbook this is has been damaged in ${database.name}. Choose one of its backups to go on from.`,
    );
  }
  return properties.data;
}

/** Writes all properties and the seal over them, in one transaction. */
export function writeProperties(database: Database, properties: WorkbookProperties): void {
  const write = database.prepare<[string, string]>(
    'INSERT INTO workbook_property (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  database.transaction(() => {
    for (const [name, value] of Object.entries(properties)) write.run(name, value);
    write.run(SEAL, sealOf(properties));
  })();
}

/** Changes some properties of an open workbook. */
export function changeProperties(
  database: Database,
  change: Partial<WorkbookProperties>,
): WorkbookProperties {
  const properties = { ...readProperties(database), ...change };
  writeProperties(database, properties);
  return properties;
}

function storedProperties(database: Database): Record<string, string> {
  const rows = database
    .prepare<[], [string, string]>('SELECT name, value FROM workbook_property')
    .raw()
    .all();
  return Object.fromEntries(rows);
}

function sealOf(properties: WorkbookProperties): string {
  return sha256OfText(canonicalForm(properties));
}
