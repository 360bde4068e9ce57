import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ConflictList } from '../../../../renderer/screens/conflicts/ConflictList.tsx';
import { aConflict } from '../../support/conflictKeeper.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';

it('draws those around the current one where there are thousands, and says how many there are besides', async () => {
  const conflicts = Array.from({ length: 10_000 }, (_, index) =>
    aConflict(
      { Inspector: 'One', Sergeant: 'Two' },
      {
        entity: 'evidence',
        entityId: `e${index}`,
        label: `Evidence: Log ${index}`,
        field: 'title',
        fieldLabel: 'Title',
        qualityIndicator: '',
        voice: null,
        voiceName: null,
      },
    ),
  );
  await renderScreen(
    <ConflictList conflicts={conflicts} current={conflicts[5_000]} onChoose={() => undefined} />,
    { api: scriptedApi({}) },
  );
  expect(screen.getByText('10,000')).toBeInTheDocument();
  expect(screen.getAllByRole('link')).toHaveLength(201);
  expect(screen.getByRole('link', { current: true })).toHaveTextContent('Log 5000: Title');
  expect(screen.getByText('4,900 before these')).toBeInTheDocument();
  expect(screen.getByText('4,899 after these')).toBeInTheDocument();
});
