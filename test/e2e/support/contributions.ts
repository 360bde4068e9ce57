import { PASSPHRASE, testLaptop } from '../../consolidation/testLaptop.ts';
import { INDICATOR, QUESTION } from './walk.ts';

/** A workbook and what two people have sent for it, each without having seen the other's. */
export type Contributions = {
  /** The co-ordinator's workbook, closed. */
  readonly folder: string;
  /** The inspector's packet, which anybody can read. */
  readonly plain: string;
  /** The sergeant's, which opens with the passphrase. */
  readonly encrypted: string;
  readonly passphrase: string;
};

/**
 * The inspector grades 6.2 with 3, the sergeant with 5, from the co-ordinator's 4; both reword the same answer, and each
 * adds a piece of evidence.
 */
export async function contributions(): Promise<Contributions> {
  const desk = await testLaptop('Co-ordinator');
  await desk.ask('write-answer', {
    question: QUESTION,
    set: { howAreWeDoing: 'Two of five protocols lapsed. Staff meet monthly.' },
  });
  await desk.ask('set-grade', { qualityIndicator: INDICATOR, set: { grade: 4 } });
  await desk.close();

  const send = async (
    author: string,
    change: { readonly grade: 3 | 5; readonly text: string; readonly evidence: string },
    passphrase: string | null,
  ): Promise<string> => {
    const laptop = await testLaptop(author, desk.folder);
    await laptop.ask('set-grade', { qualityIndicator: INDICATOR, set: { grade: change.grade } });
    await laptop.ask('write-answer', { question: QUESTION, set: { howAreWeDoing: change.text } });
    await laptop.ask('add-evidence', { set: { title: change.evidence } });
    const packet = await laptop.handOver({ passphrase });
    await laptop.close();
    return packet;
  };
  const inspectors = { grade: 3, text: 'Two of six protocols lapsed.', evidence: 'A visit' } as const;
  const sergeants = { grade: 5, text: 'Staff meet weekly.', evidence: 'A survey' } as const;
  return {
    folder: desk.folder,
    plain: await send('Inspector', inspectors, null),
    encrypted: await send('Sergeant', sergeants, PASSPHRASE),
    passphrase: PASSPHRASE,
  };
}
