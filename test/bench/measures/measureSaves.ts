import path from 'node:path';
import { connectToNewFile } from '../../../electron/store/file/storeConnection.ts';
import { canonicalForm } from '../../../shared/domain/canonicalForm.ts';
import { shippedCatalogue } from '../../../shared/frameworks/catalogue.ts';
import { evidenceIdAt, sealed, wordsOn } from '../benchWorkbook.ts';
import { openBench } from '../openBench.ts';
import { type Bench, type Timing, timed } from './measure.ts';
import { untilChecked } from './openChecked.ts';

const RUNS = 50;
const SAVES_A_RUN = 8;

/** Saves the text and answers what the next save has seen. */
type Save = (run: number, text: string, seen: Seen) => Promise<Seen>;
type Seen = Record<string, string[]> | undefined;

/**
 * Saves through the dispatcher: an answer being typed, and pieces of evidence being edited, each in runs that go on from
 * the text before; and the answer once more in the first moments after opening, when each change is written twice
 * (docs/decisions/0005). The floor inserts the same record into a table without an index, with the same settings on the
 * same disk, and commits each.
 */
export async function measureSaves(bench: Bench, floorOnly: boolean): Promise<readonly Timing[]> {
  const bare = bareTable(path.join(bench.workFolder, `bare-${process.pid}.sqlite`));
  if (floorOnly) return [await typing('Floor', 'answer', bare.insert, async () => undefined)];
  const ours = await openBench(bench.folder);
  const { questions } = shippedCatalogue;
  const saveAnswer: Save = async (run, text, seen) => {
    const question = questions[run % questions.length]?.id ?? '';
    const saved = await ours.call('write-answer', {
      question,
      set: { whatNext: text },
      ...seenBefore(seen),
    });
    return saved.entity.seen;
  };
  const early = await typing('Save an answer just after opening', 'answer', bare.insert, saveAnswer);
  await untilChecked(ours);
  const answer = await typing('Save an answer being typed', 'answer', bare.insert, saveAnswer);
  const evidence = await typing(
    'Save an edit of evidence',
    'evidence',
    bare.insert,
    async (run, text, seen) => {
      const entityId = evidenceIdAt((run * 7_919) % bench.pieces);
      const saved = await ours.call('edit', {
        entity: 'evidence',
        entityId,
        set: { note: text },
        ...seenBefore(seen),
      });
      return saved.entity.seen;
    },
  );
  await ours.close();
  bare.close();
  return [answer, evidence, early];
}

async function typing(
  what: string,
  entity: string,
  insert: (text: string) => void,
  save: Save,
): Promise<Timing> {
  const ours: number[] = [];
  const floor: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    let text = wordsOn(run);
    let seen: Seen;
    for (let number = 0; number < SAVES_A_RUN; number += 1) {
      text += ` and so on ${number}`;
      const record = canonicalForm(sealed(entity, evidenceIdAt(run), { note: text }));
      floor.push(await timed(() => insert(record)));
      const before = performance.now();
      seen = await save(run, text, seen);
      ours.push(performance.now() - before);
    }
  }
  return { what, ours, floor, floorIs: 'bare INSERT of the record, committed', aim: 2 };
}

function seenBefore(seen: Seen): { seen?: Record<string, string[]> } {
  return seen === undefined ? {} : { seen };
}

function bareTable(file: string): { readonly insert: (text: string) => void; readonly close: () => void } {
  const database = connectToNewFile(file);
  database.exec('CREATE TABLE record (number INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
  const insert = database.prepare<[string]>('INSERT INTO record (body) VALUES (?)');
  return { insert: (text) => void insert.run(text), close: () => database.close() };
}
