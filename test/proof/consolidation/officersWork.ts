import { settleConflict } from '../../../electron/services/consolidation/settleConflict.ts';
import { entriesInConflict } from '../../../electron/store/consolidation/entriesInConflict.ts';
import { isKnownField } from '../../../shared/domain/consolidation/isUnderstood.ts';
import { attachmentIdentity, linkIdentity } from '../../../shared/domain/entityIdentity.ts';
import { distinctValues, fieldsInConflict, isDeleted } from '../../../shared/domain/entityState.ts';
import type { SeededRandom } from '../seededRandom.ts';
import type { SimulatedLaptop } from './simulatedLaptop.ts';

/** Few, so that people meet in them. */
const questions = Array.from({ length: 12 }, (_, number) => `question-${number}@partnership`);
const grades = Array.from({ length: 8 }, (_, number) => `indicator-${number}@partnership`);

/** The things that an officer does. */
export const kindsOfWork = ['answer', 'grade', 'add', 'edit', 'link', 'attach', 'delete'] as const;
export type KindOfWork = (typeof kindsOfWork)[number];

/** Does one thing; where there is no evidence to do it to, some is added. */
export function doWork(laptop: SimulatedLaptop, random: SeededRandom, kind: KindOfWork): void {
  const { changes, states, ids } = laptop.workbook();
  const words = `${laptop.name} says ${random.below(1_000_000)}`;
  const evidence = [...states.ofKind('evidence')].filter(({ state }) => !isDeleted(state));
  const item = evidence.length === 0 ? undefined : random.pick(evidence).entityId;
  if (kind === 'answer') {
    const field = random.pick(['howAreWeDoing', 'whatNext'] as const);
    const entityId = random.pick(questions);
    changes.apply([{ entity: 'answer', entityId, set: { [field]: words } }], 'Answer');
  } else if (kind === 'grade') {
    const set = { grade: 1 + random.below(6) };
    changes.apply([{ entity: 'grade', entityId: random.pick(grades), set }], 'Grade');
  } else if (kind === 'add' || item === undefined) {
    const set = { title: words, shows: words };
    changes.apply([{ entity: 'evidence', entityId: ids.randomHex(8), set }], 'Add');
  } else if (kind === 'edit') {
    changes.apply([{ entity: 'evidence', entityId: item, set: { shows: words } }], 'Edit');
  } else if (kind === 'link') {
    const entityId = linkIdentity(item, { kind: 'outcome', id: `outcome-${random.below(7)}` });
    changes.apply([{ entity: 'link', entityId, set: { linked: random.chance(0.8) } }], 'Link');
  } else if (kind === 'attach') {
    const content = random
      .below(2 ** 31)
      .toString(16)
      .padStart(64, '0');
    const set = { name: `${words}.pdf`, bytes: 1_000, mediaType: 'application/pdf', deleted: false };
    changes.apply([{ entity: 'attachment', entityId: attachmentIdentity(item, content), set }], 'Attach');
  } else {
    changes.apply([changes.deletion('evidence', item)], 'Delete');
  }
}

/** Settles up to `most` conflicts as a facilitator does: takes one, combines, or writes another. */
export function settleSome(laptop: SimulatedLaptop, random: SeededRandom, most: number): number {
  const workbook = laptop.workbook();
  const found = [...entriesInConflict(laptop.database())].flatMap(({ entity, entityId, state }) =>
    fieldsInConflict(state)
      .filter((field) => isKnownField(entity, field))
      .map((field) => ({ entity, entityId, field, values: distinctValues(state, field) })),
  );
  const settled = found.slice(0, most);
  for (const { entity, entityId, field, values } of settled) {
    const isStill = fieldsInConflict(workbook.states.get(entity, entityId)?.state ?? {}).includes(field);
    if (!isStill) continue;
    const isText = values.every((value) => typeof value === 'string');
    const value =
      field === 'deleted' || field === 'linked'
        ? random.chance(0.5)
        : isText && random.chance(0.4)
          ? values.join(' / ')
          : random.pick(values);
    settleConflict(workbook, { entity, entityId, field, value, how: 'take', reason: 'Agreed' });
  }
  return settled.length;
}
