import { expect, test } from 'vitest';
import { instantWords } from '../../../renderer/words/dateWords.ts';
import { writtenWords } from '../../../renderer/words/writtenWords.ts';
import { returnReplica } from '../../../shared/domain/returnWorkbook/returnReplica.ts';

const at = '2026-11-02T09:00:00.000Z';

test('of a workbook that was filled in it is said when it was sent out, as nobody knows when it was written', () => {
  expect(writtenWords({ at, replica: 'a1b2c3d4' })).toBe(instantWords(at));
  expect(writtenWords({ at, replica: returnReplica('f'.repeat(32)) })).toBe(`sent out ${instantWords(at)}`);
});
