import { testLaptop, type TestLaptop } from './testLaptop.ts';

/** A facilitator and officers whose workbooks are copies of the facilitator's folder. */
export async function partnership(
  ...officers: readonly string[]
): Promise<readonly [TestLaptop, ...TestLaptop[]]> {
  const facilitator = await testLaptop('Facilitator');
  await facilitator.close();
  const laptops = await Promise.all(officers.map((name) => testLaptop(name, facilitator.folder)));
  await facilitator.ask('open-workbook', { folder: facilitator.folder });
  return [facilitator, ...laptops];
}
