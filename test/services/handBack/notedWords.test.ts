import { describe, expect, it } from 'vitest';
import { isNoteworthy, notedField, notedValue } from '../../../electron/services/handBack/notedWords.ts';

const nameOf = (id: string): string => (id === 'p1' ? 'Police Scotland' : id);

describe('a change in the note to a contributor', () => {
  it.each([
    ['grade', 'grade', 4, 'Grade', '4 Good'],
    ['evidence', 'kind', 'views-of-people', 'Kind of evidence', 'Views of people'],
    ['evidence', 'date', '2026-03', 'Date', 'March 2026'],
    ['evidence', 'partner', 'p1', 'Partner', 'Police Scotland'],
    ['evidence', 'title', '', 'Title', '(empty)'],
    ['answer', 'status', 'in-progress', 'Status', 'In progress'],
    ['answer', 'howAreWeDoing', 'Well.', 'How are we doing?', 'Well.'],
    ['partner', 'bodyKind', 'third-sector', 'Kind of body', 'third sector'],
    ['pathway-cell', 'involved', false, 'Involved', 'No'],
    ['evidence', 'deleted', true, '', 'Removed'],
    ['evidence', 'deleted', false, '', 'Brought back'],
    ['link', 'linked', true, '', 'Linked'],
    ['joining', 'apart', true, '', 'Left as two'],
    ['attachment', 'name', 'minutes.pdf', '', 'Attached'],
  ])('is in words: %s %s %s', (entity, field, value, label, words) => {
    expect([notedField(entity, field), notedValue(entity, field, value, nameOf)]).toEqual([label, words]);
  });

  it('is left out where the program writes it for itself', () => {
    for (const field of ['order', 'partOf', 'bytes', 'mediaType'])
      expect(isNoteworthy('attachment', field, 'a', true)).toBe(false);
  });

  it('that something stands is news only where it had been removed', () => {
    expect(isNoteworthy('evidence', 'deleted', false, false)).toBe(false);
    expect(isNoteworthy('evidence', 'deleted', false, true)).toBe(true);
    expect(isNoteworthy('evidence', 'deleted', true, false)).toBe(true);
    expect(isNoteworthy('evidence', 'title', '', false)).toBe(true);
  });
});
