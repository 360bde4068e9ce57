import type { StoreDatabase } from '../../store/storeDatabase.ts';
import { PARTNERSHIP_VOICE } from '../../../shared/domain/entityIdentity.ts';
import { isInCatalogue } from '../../../shared/domain/isInCatalogue.ts';
import { changedItems } from '../../store/changedItems.ts';
import { changeLog } from '../../store/changeLog.ts';
import { consolidationLog } from '../../store/consolidation/consolidationLog.ts';
import { settlementDraftRows } from '../../store/consolidation/settlementDraftRows.ts';
import { entityStates } from '../../store/entityStates.ts';
import { evidenceQueries } from '../../store/evidenceQueries.ts';
import { outcomeQueries } from '../../store/outcomeQueries.ts';
import { recordWriter, type NewRecord } from '../../store/recordWriter.ts';
import { rememberedAnswers } from '../../store/rememberedAnswers.ts';
import { searchIndex } from '../../store/searchIndex.ts';
import { changeProperties, readProperties } from '../../store/file/workbookProperties.ts';
import { workbookChanges } from '../changes/changeWorkbook.ts';
import { entityViewOf } from '../changes/entityViewOf.ts';
import { recordEditor } from '../changes/recordEditor.ts';
import { recordStamps } from '../changes/recordStamps.ts';
import type { Clock, IdSource } from '../ports.ts';
import { catalogueReader } from './catalogueReader.ts';

/** A workbook that is open: its store, and everything the services do with it. */
export type OpenWorkbook = ReturnType<typeof openWorkbook>;

/** Puts an open workbook together over its database. `author` is asked at every change, as it can change meanwhile. */
export function openWorkbook(parts: {
  readonly database: StoreDatabase;
  readonly folder: string;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly app: string;
  readonly author: () => string;
  /** Called before each change is written; what it throws stops the change. */
  readonly beforeWrite: () => void;
  /** Told of changes once they have been committed, before anybody hears that they are saved. */
  readonly afterWrite?: (records: readonly NewRecord[]) => void;
}) {
  const { database, folder, clock, ids, app, author, beforeWrite, afterWrite } = parts;
  const log = changeLog(database);
  const states = entityStates(database);
  const search = searchIndex(database);
  const writer = recordWriter(database);
  const remembered = rememberedAnswers(database);
  const evidence = evidenceQueries(database, search, remembered);
  const properties = readProperties(database);
  const catalogue = catalogueReader(states);
  const stamps = recordStamps(log);
  let { voice } = properties;
  let lastSavedAt: string | null = null;
  const editor = recordEditor({
    clock,
    ids,
    authorship: { workbook: properties.id, replica: properties.replica, app, author, voice: () => voice },
  });

  return {
    id: properties.id,
    replica: properties.replica,
    origin: properties.origin,
    folder,
    database,
    clock,
    ids,
    app,
    log,
    states,
    search,
    evidence,
    outcomes: outcomeQueries(database, remembered),
    consolidations: consolidationLog(database),
    catalogue: catalogue.read,
    /** A row of the frameworks by its id. */
    rowOf: catalogue.rowOf,
    author,
    voice: (): string => voice,
    setVoice(next: string): void {
      changeProperties(database, { voice: next });
      voice = next;
    },
    lastSavedAt: (): string | null => lastSavedAt,
    changes: workbookChanges({
      log,
      states,
      writer: {
        write: (records, alongside) => {
          const write = (): number => writer.write(records, alongside);
          if (!records.some(({ record }) => isCounted(record.entity))) return remembered.keepThrough(write);
          const items = changedItems(records, evidence);
          return items === undefined ? write() : remembered.changing(items, write);
        },
      },
      beforeWrite,
      editor,
      onSaved: (records) => {
        afterWrite?.(records);
        lastSavedAt = clock.now().toISOString();
        for (const { record } of records) stamps.note(record);
        if (records.some(({ record }) => isInCatalogue(record.entity))) catalogue.forget();
      },
    }),
    settlementDrafts: settlementDraftRows(database),
    /** Writes what is no change and is counted nowhere; answers when it was written, ISO 8601. */
    writeBeside(write: () => void): string {
      beforeWrite();
      remembered.keepThrough(write);
      lastSavedAt = clock.now().toISOString();
      return lastSavedAt;
    },
    /** To be told when records have come or gone by another way than `changes`: by a consolidation or its undoing. */
    noteConsolidated(): void {
      lastSavedAt = clock.now().toISOString();
      catalogue.forget();
    },
    view: (entity: string, entityId: string) => entityViewOf(stamps, states, entity, entityId),
    /** A voice's name as people know it. */
    nameOfVoice(id: string): string {
      if (id === PARTNERSHIP_VOICE) return 'The partnership';
      return catalogue.read().partners.find((partner) => partner.id === id)?.title ?? id;
    },
  };
}

/** Whether what is counted and summed up over the evidence can change with entities of this kind. */
function isCounted(entity: string): boolean {
  return ['evidence', 'link', 'attachment', 'joining'].includes(entity);
}
