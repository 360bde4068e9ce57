import '../../support/nativeDialog.ts';
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aDifference, aPreview } from './aPreview.ts';
import { openDesk } from './openDesk.tsx';
import { typePaths } from './typePaths.ts';

describe('the differences', () => {
  it('marks the words that differ, and shows what stands here beside what comes in', async () => {
    const { user } = await openDesk({
      preview: () =>
        aPreview({
          differences: [
            aDifference({ what: 'conflict', after: ['Two protocols lapsed.', 'Two agreements lapsed.'] }),
            aDifference({ entityId: 'a2', field: 'grade', fieldLabel: 'Grade', before: [3], after: [5] }),
            aDifference({ what: 'deleted', entityId: 'a3', field: null, fieldLabel: null, label: 'A visit' }),
          ],
        }),
    });
    await typePaths(user, '/one');
    const [conflict, grade, deleted] = await screen.findAllByRole('heading', { level: 4 });
    const item = (heading: HTMLElement | undefined) => heading?.closest('li');
    expect(item(conflict)).toHaveTextContent('To settle');
    expect(item(conflict)?.querySelector('ins')).toHaveTextContent('agreements');
    expect(item(conflict)).toHaveTextContent('Stands hereTwo protocols lapsed.');
    expect(item(grade)).toHaveTextContent('Stood here3 Adequate');
    expect(item(grade)).toHaveTextContent('Comes in5 Very good');
    expect(item(deleted)).toHaveTextContent('it can be brought back');
  });

  it('says of each value that comes in who wrote it, and of one that stands here nothing', async () => {
    const by = (author: string) => ({
      author,
      voice: 'police',
      replica: '2c73aa',
      at: '2026-10-03T09:12:00.000Z',
    });
    const { user } = await openDesk({
      preview: () =>
        aPreview({
          differences: [
            aDifference({
              what: 'conflict',
              field: 'grade',
              before: [3],
              after: [3, 4, 5],
              writtenBy: [[], [by('Inspector'), by('Sergeant')], [by('')]],
            }),
          ],
        }),
    });
    await typePaths(user, '/one');
    const values = (await screen.findByText('Stands here')).closest('dl')?.querySelectorAll('dd');
    const words = Array.from(values ?? [], (value) => value.textContent);
    expect(words[0]).toBe('3 Adequate');
    expect(words[1]).toMatch(/^4 Good.*Inspector, .*Sergeant, .*copy 2c73/);
    expect(words[2]).toMatch(/^5 Very good.*Name not given, /);
  });

  it('shows a text that was written anew as a whole: hundreds of marked words help nobody', async () => {
    const words = (step: number) =>
      Array.from({ length: 300 }, (_, at) => `w${String((at * step) % 97)}`).join(' ');
    const { user, view } = await openDesk({
      preview: () => aPreview({ differences: [aDifference({ before: [words(3)], after: [words(5)] })] }),
    });
    await typePaths(user, '/one');
    expect(await screen.findByText('Stood here')).toBeInTheDocument();
    expect(view.container.querySelector('ins')).toBeNull();
  });

  it('shows a few words in the place of others as a whole as well, and a rewording with its words marked', async () => {
    const { user, view } = await openDesk({
      preview: () =>
        aPreview({
          differences: [
            aDifference({ before: ['Strong joint tasking.'], after: ['Nobody owns the renewals.'] }),
            aDifference({ entityId: 'a2', before: ['Renew them by June.'], after: ['Renew them by May.'] }),
          ],
        }),
    });
    await typePaths(user, '/one');
    expect(await screen.findByText('Nobody owns the renewals.')).toBeInTheDocument();
    expect(screen.getByText('Strong joint tasking.')).toBeInTheDocument();
    expect(view.container.querySelectorAll('ins')).toHaveLength(1);
  });

  it('draws a page of many differences, more on demand, one kind alone, and says what is not listed', async () => {
    const many = Array.from({ length: 50 }, (_, at) =>
      aDifference({ entityId: `a${String(at)}`, what: at < 5 ? 'conflict' : 'changed' }),
    );
    const { user } = await openDesk({ preview: () => aPreview({ differences: many, more: 700 }) });
    await typePaths(user, '/one');
    expect(await screen.findByText('What would change: 750')).toBeInTheDocument();
    expect(screen.getAllByRole('heading', { level: 4 })).toHaveLength(20);
    await user.click(screen.getByRole('button', { name: 'Show 20 more' }));
    expect(screen.getAllByRole('heading', { level: 4 })).toHaveLength(40);
    expect(screen.getByText(/700 further changes are counted and not listed/)).toBeInTheDocument();
    await user.selectOptions(screen.getByLabelText('Show'), 'conflict');
    expect(screen.getAllByRole('heading', { level: 4 })).toHaveLength(5);
  });
});
