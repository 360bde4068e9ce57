import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { useTextMatches } from '../../../../renderer/screens/walk/useTextMatches.ts';
import { MOST_HITS } from '../../../../shared/api/views/searchView.ts';
import { answerIdentity } from '../../../../shared/domain/entityIdentity.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';

function Matches() {
  const [typed, setTyped] = useState('');
  const found = useTextMatches(typed);
  return (
    <>
      <input aria-label="Containing text" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <p>{[...found].join(', ')}</p>
    </>
  );
}

it('looks through what people wrote once the typing pauses, not at every letter', async () => {
  const api = scriptedApi({
    search: ({ text }) => ({
      more: false,
      hits: [
        {
          entity: 'answer',
          entityId: answerIdentity('ci2016/6.2/p1', 'partnership'),
          label: 'Answer',
          excerpt: text,
        },
      ],
    }),
  });
  await renderScreen(<Matches />, { api });
  // One letter after the other without a pause, which a slow computer would make.
  for (let letters = 1; letters <= 'protocols'.length; letters += 1)
    fireEvent.change(screen.getByLabelText('Containing text'), {
      target: { value: 'protocols'.slice(0, letters) },
    });
  expect(await screen.findByText('ci2016/6.2/p1')).toBeInTheDocument();
  expect(api.calls.filter(({ name }) => name === 'search')).toEqual([
    { name: 'search', input: { text: 'protocols', limit: MOST_HITS, among: ['answer', 'grade'] } },
  ]);
});
