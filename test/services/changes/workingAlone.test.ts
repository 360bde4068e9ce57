import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { assertNever } from '../../../shared/domain/assertNever.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { propertyRuns } from '../../builders/propertyRuns.ts';
import { runningWorkbook, type RunningWorkbook } from '../../builders/runningWorkbook.ts';

const outcome = { kind: 'outcome', id: 'opi2016/structural-1' } as const;
const anyWords = fc.constantFrom('One', 'One two', 'One two three', 'Another', '', null);
const anyPlace = fc.nat({ max: 20 });

const anyStep = fc.oneof(
  fc.record({ does: fc.constant('add' as const), words: anyWords }),
  fc.record({
    does: fc.constant('edit' as const),
    at: anyPlace,
    field: fc.constantFrom('title', 'shows', 'note'),
    words: anyWords,
  }),
  fc.record({ does: fc.constantFrom('delete', 'attach', 'take off', 'restore'), at: anyPlace }),
  fc.record({ does: fc.constant('link' as const), at: anyPlace, linked: fc.boolean() }),
  fc.record({ does: fc.constantFrom('undo', 'redo', 'wait') }),
);
type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never;

it('one person alone never differs from anybody, whatever they do, undo and bring back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 25 }), async (steps) => {
      const running = await runningWorkbook();
      writeFileSync(path.join(running.dataFolder, 'notes.txt'), 'Notes');
      const made: Made = { evidence: [], files: [] };
      for (const step of steps) {
        await refusedOrDone(take(running, made, step));
        expect((await running.call('list-conflicts', {})).conflicts).toEqual([]);
      }
      await running.shutdown();
    }),
    { ...propertyRuns(5), interruptAfterTimeLimit: 45_000 },
  );
});

type Made = { readonly evidence: string[]; readonly files: string[] };

async function take(running: RunningWorkbook, made: Made, step: Step): Promise<void> {
  const one = (list: readonly string[]): string => ('at' in step && list[step.at % list.length]) || 'none';
  const evidence = one(made.evidence);
  switch (step.does) {
    case 'add': {
      const added = await running.call('add-evidence', { set: { title: step.words }, links: [outcome] });
      made.evidence.push(added.entity.entityId);
      return;
    }
    case 'edit':
      await running.call('edit', {
        entity: 'evidence',
        entityId: evidence,
        set: { [step.field]: step.words },
      });
      return;
    case 'delete':
      await running.call('delete-evidence', { evidence });
      return;
    case 'link':
      await running.call('link-evidence', { evidence, target: outcome, linked: step.linked });
      return;
    case 'attach': {
      const file = path.join(running.dataFolder, 'notes.txt');
      made.files.push((await running.call('attach-from-path', { evidence, path: file })).entity.entityId);
      return;
    }
    case 'take off':
      await running.call('edit', { entity: 'attachment', entityId: one(made.files), set: { deleted: true } });
      return;
    case 'restore': {
      const { entries } = await running.call('read-history', { limit: 30 });
      const { record, changes } = entries[step.at % entries.length] ?? { record: '', changes: [] };
      await running.call('restore-value', { record, field: changes[0]?.field ?? '' });
      return;
    }
    case 'undo':
      await running.call('undo', {});
      return;
    case 'redo':
      await running.call('redo', {});
      return;
    case 'wait':
      running.wait(61_000);
      return;
    default:
      assertNever(step);
  }
}

/** What can't be done is refused in a sentence; anything else is a fault. */
async function refusedOrDone(step: Promise<void>): Promise<void> {
  try {
    await step;
  } catch (cause) {
    if (!(cause instanceof WorkbookError)) throw cause;
    expect(['not-found', 'stale', 'invalid-input']).toContain(cause.code);
  }
}
