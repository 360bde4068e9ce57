import { expect, it } from 'vitest';
import { isAnswer } from '../../../../shared/domain/exportModel/coverage.ts';
import { isWritten, liveText } from '../../../../shared/domain/exportModel/liveText.ts';
import { entity, several } from '../../../builders/exportSourceBuilder.ts';

it('takes white space alone for nothing, as the screens do', () => {
  const answer = entity('answer', 'ci2016/6.2/p1@partnership', { howAreWeDoing: ' \n\u00a0', whatNext: '' });
  expect(isWritten(answer, 'howAreWeDoing')).toBe(false);
  expect(isAnswer(answer)).toBe(false);
  expect(isAnswer(entity('answer', 'ci2016/6.2/p1@partnership', { howAreWeDoing: ' Well' }))).toBe(true);
});

it('says nothing of several values that are all nothing, and counts none of them', () => {
  const answer = entity('answer', 'ci2016/6.2/p1@partnership', { whatNext: several('', '  ', null) });
  expect(liveText(answer, 'whatNext')).toBe('');
  expect(isWritten(answer, 'whatNext')).toBe(false);
});

it('lists an emptied value beside what somebody else wrote', () => {
  const answer = entity('answer', 'ci2016/6.2/p1@partnership', { whatNext: several('  ', 'Meet again') });
  expect(liveText(answer, 'whatNext')).toContain('(empty)');
  expect(isWritten(answer, 'whatNext')).toBe(true);
});
