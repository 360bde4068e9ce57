import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { shippedCatalogue } from '../../../shared/frameworks/catalogue.ts';
import type { SeededRandom } from '../seededRandom.ts';
import type { Sitting } from './programLaptop.ts';

/** Few, so that people meet in them. */
const questions = shippedCatalogue.questions.slice(0, 12);
const indicators = shippedCatalogue.qualityIndicators.slice(0, 8);
const outcomes = shippedCatalogue.outcomes.slice(0, 6);

const kinds = ['answer', 'answer', 'grade', 'add', 'add', 'edit', 'link', 'attach', 'delete'] as const;

/** What an officer does before handing over: answers, grades, evidence with links and files, deletions. */
export async function workInASitting(
  { ask }: Sitting,
  name: string,
  random: SeededRandom,
  things: number,
  folder: string,
): Promise<void> {
  const page = { filter: {}, sort: 'title', descending: false, offset: 0, limit: 60 } as const;
  const known = (await ask('list-evidence', page)).rows.map(({ id }) => id);
  for (let thing = 0; thing < things; thing += 1) {
    const words = `${name} says ${random.below(1_000_000)}`;
    const kind = random.pick(kinds);
    if (kind === 'answer') {
      const field = random.pick(['howAreWeDoing', 'whatNext'] as const);
      await ask('write-answer', { question: random.pick(questions).id, set: { [field]: words } });
    } else if (kind === 'grade') {
      const grade = random.pick([2, 3, 4, 5] as const);
      await ask('set-grade', { qualityIndicator: random.pick(indicators).id, set: { grade } });
    } else if (kind === 'add' || known.length === 0) {
      const { entity } = await ask('add-evidence', { set: { title: words, shows: words } });
      known.push(entity.entityId);
    } else {
      const evidence = random.pick(known);
      if (kind === 'delete') {
        await ask('delete-evidence', { evidence });
        known.splice(known.indexOf(evidence), 1);
      } else if (kind === 'edit') {
        await ask('edit', { entity: 'evidence', entityId: evidence, set: { shows: words } });
      } else if (kind === 'link') {
        const target = { kind: 'outcome' as const, id: random.pick(outcomes).id };
        await ask('link-evidence', { evidence, target, linked: random.chance(0.8) });
      } else {
        // Some files are the same on several laptops.
        const file = path.join(folder, `minutes ${random.below(1_000)}.txt`);
        writeFileSync(file, `The minutes of meeting ${random.below(40)}\n`.repeat(20));
        await ask('attach-from-path', { evidence, path: file });
      }
    }
  }
}

/** Settles up to `most` conflicts as a facilitator does: takes one value, combines, or writes another. */
export async function settleInASitting(
  { ask }: Sitting,
  random: SeededRandom,
  most: number,
): Promise<number> {
  let settled = 0;
  for (; settled < most; settled += 1) {
    const { conflicts } = await ask('list-conflicts', { limit: 5 });
    const conflict = conflicts.find(({ canSettle }) => canSettle);
    if (conflict === undefined) break;
    const { entity, entityId, field, seen } = conflict;
    const values = conflict.values.map(({ value }) => value);
    const isFlag = field === 'deleted' || field === 'linked';
    const isText = values.every((value) => typeof value === 'string');
    const [how, value] = isFlag
      ? (['take', random.chance(0.5)] as const)
      : isText && random.chance(0.4)
        ? (['combine', values.join(' / ')] as const)
        : isText && random.chance(0.3)
          ? (['own', `Agreed on ${random.below(1_000_000)}`] as const)
          : (['take', random.pick(values)] as const);
    await ask('settle-conflict', { entity, entityId, field, seen, value, how, reason: 'Agreed' });
  }
  return settled;
}
