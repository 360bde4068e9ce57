import type { TestLaptop } from '../../consolidation/testLaptop.ts';
import { testLaptop } from '../../consolidation/testLaptop.ts';
import { INDICATOR, QUESTION } from './walk.ts';

/** What three laptops make of one workbook without having seen each other's. */
export type ContestedWorkbook = {
  /** The co-ordinator's, with everybody's packet taken in. */
  readonly folder: string;
  /** Evidence that one laptop deleted and another changed. */
  readonly contestedEvidence: string;
};

/**
 * A workbook in conflict, made as it comes about: one copy each for an inspector and a sergeant, packets handed over, both
 * taken in. In conflict: the text of 6.2, question 1, the grade of 6.2, and a piece of evidence deleted by one and changed
 * by the other. Both have added the same survey under nearly the same title.
 */
export async function contestedWorkbook(): Promise<ContestedWorkbook> {
  const desk = await testLaptop('Co-ordinator');
  await desk.ask('write-answer', {
    question: QUESTION,
    set: { howAreWeDoing: 'Two of five protocols lapsed. Staff meet monthly.' },
  });
  await desk.ask('set-grade', { qualityIndicator: INDICATOR, set: { grade: 4 } });
  const { entity: evidence } = await desk.ask('add-evidence', {
    set: { title: 'Lapsed protocol', source: 'Minutes' },
  });
  await desk.close();

  const inspector = await testLaptop('Inspector', desk.folder);
  await inspector.ask('delete-evidence', { evidence: evidence.entityId });
  await change(inspector, 'Two of six protocols lapsed. Staff meet monthly.', 3, 'Your View Counts 2017');
  const sergeant = await testLaptop('Sergeant', desk.folder);
  await sergeant.ask('edit', {
    entity: 'evidence',
    entityId: evidence.entityId,
    set: { source: 'Minutes of May' },
  });
  await change(sergeant, 'Two of five protocols lapsed. Staff meet weekly.', 5, 'Your view counts, 2017');
  const packets = [await inspector.handOver(), await sergeant.handOver()];

  const together = await testLaptop('Co-ordinator', desk.folder);
  await together.consolidate(...packets);
  await Promise.all([inspector.close(), sergeant.close(), together.close()]);
  return { folder: together.folder, contestedEvidence: evidence.entityId };
}

async function change(laptop: TestLaptop, text: string, grade: 3 | 5, survey: string): Promise<void> {
  await laptop.ask('write-answer', { question: QUESTION, set: { howAreWeDoing: text } });
  await laptop.ask('set-grade', { qualityIndicator: INDICATOR, set: { grade } });
  await laptop.ask('add-evidence', { set: { title: survey, date: '2017' } });
}
