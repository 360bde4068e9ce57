import { describe, expect, it } from 'vitest';
import type { ChangeRecord, FieldValue } from '../../../../shared/domain/changeRecord.ts';
import { differencesOfEntity } from '../../../../shared/domain/consolidation/differencesOfEntity.ts';
import type { EntityState } from '../../../../shared/domain/entityState.ts';
import { sampleRecord } from '../../../store/sampleWorkbook.ts';

const here: EntityState = { grade: [['stands-here', 3]] };

/** A grade that somebody gave, knowing of the one that stands here or of none. */
function graded(number: number, author: string, grade: FieldValue, parents: string[]): ChangeRecord {
  const record = sampleRecord(number, 'grade', '6.2@police', { grade });
  return { ...record, author, voice: 'police', parents: { grade: parents } };
}

function differences(...records: readonly ChangeRecord[]) {
  return differencesOfEntity(here, records, () => false).differences;
}

describe('a difference', () => {
  it('says for each value after who writes it in what comes in', () => {
    const [conflict] = differences(
      graded(1, 'Inspector', 5, []),
      graded(2, 'Sergeant', 5, []),
      graded(3, 'Manager', 4, []),
    );
    expect(conflict).toMatchObject({ what: 'conflict', after: [3, 4, 5] });
    const authors = conflict?.writtenBy.map((stamps) => stamps.map(({ author }) => author));
    expect(authors).toEqual([[], ['Manager'], ['Inspector', 'Sergeant']]);
    expect(conflict?.writtenBy[1]?.[0]).toMatchObject({ voice: 'police', at: expect.stringMatching(/Z$/) });
  });

  it('names who wrote the value that is left, not those whose it took the place of', () => {
    const first = graded(1, 'Inspector', 5, ['stands-here']);
    const [changed] = differences(first, graded(2, 'Sergeant', 6, [first.id]));
    expect(changed).toMatchObject({ what: 'changed', before: [3], after: [6] });
    expect(changed?.writtenBy.flat().map(({ author }) => author)).toEqual(['Sergeant']);
  });
});
