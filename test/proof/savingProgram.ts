// The child process of the proofs: saves through the program's own dispatcher and services, and writes a line to standard
// output after each answer. The parent kills it, or replays its system calls.
import './plantedFault.ts';

import { writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { withProgram, type Program } from '../../electron/cli/program.ts';
import { attachmentIdentity, linkIdentity } from '../../shared/domain/entityIdentity.ts';
import { sha256OfText } from '../../electron/store/file/sha256.ts';
import { textOfSave, type AcknowledgedSave } from './acknowledgedSave.ts';
import { seededRandom } from './seededRandom.ts';

const { folder, dataFolder, seed, first, saves } = z
  .strictObject({
    folder: z.string(),
    dataFolder: z.string(),
    seed: z.number(),
    /** The number of the first save; numbers go up over all runs on one workbook. */
    first: z.number(),
    /** How many before the workbook is closed; the parent kills most runs long before. */
    saves: z.number(),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));
const acknowledgeEarly = process.env['PROOF_FAULT'] === 'acknowledge-early';
const random = seededRandom(seed);
const outcome = { kind: 'outcome', id: 'opi2016/structural-1' } as const;

type Save = {
  readonly done: Omit<AcknowledgedSave, 'save'>;
  readonly run: (program: Program) => Promise<unknown>;
};

function nextSave(save: number, known: string[]): Save {
  const text = textOfSave(save);
  const evidence = known.length === 0 ? undefined : random.pick(known);
  const kind =
    evidence === undefined
      ? 'evidence'
      : random.pick(['evidence', 'note', 'answer', 'link', 'file'] as const);
  switch (kind) {
    case 'note':
      return edit('evidence', evidence ?? '', 'note', text);
    case 'answer':
      return edit('answer', `ci2016/1.1/a${random.below(5)}@partnership`, 'howAreWeDoing', text);
    case 'link':
      return {
        done: { entity: 'link', entityId: linkIdentity(evidence ?? '', outcome), field: 'linked' },
        run: ({ ask }) => ask('link-evidence', { evidence: evidence ?? '', target: outcome, linked: true }),
      };
    case 'file':
      return attach(evidence ?? '', save);
    case 'evidence': {
      const id = `evidence-${save}`;
      known.push(id);
      return edit('evidence', id, 'title', text);
    }
  }
}

function edit(entity: string, entityId: string, field: string, text: string): Save {
  return {
    done: { entity, entityId, field },
    run: ({ ask }) => ask('edit', { entity, entityId, set: { [field]: text } }),
  };
}

function attach(evidence: string, save: number): Save {
  const content = `The content of file ${save} `.repeat(1 + random.below(600));
  const file = path.join(dataFolder, 'file.txt');
  return {
    done: {
      entity: 'attachment',
      entityId: attachmentIdentity(evidence, sha256OfText(content)),
      field: 'name',
    },
    run: ({ ask }) => {
      writeFileSync(file, content);
      return ask('attach-from-path', { evidence, path: file });
    },
  };
}

await withProgram({ dataFolder, result: () => {}, message: () => {} }, async (program) => {
  await program.ask('open-workbook', { folder });
  writeSync(1, 'ready\n');
  const known: string[] = [];
  for (let save = first; save < first + saves; save += 1) {
    const { done, run } = nextSave(save, known);
    const acknowledge = (): void => void writeSync(1, `${JSON.stringify({ save, ...done })}\n`);
    if (acknowledgeEarly) acknowledge();
    await run(program);
    if (!acknowledgeEarly) acknowledge();
  }
});
