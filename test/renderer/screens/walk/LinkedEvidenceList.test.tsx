import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { EvidenceActionsContext } from '../../../../renderer/screens/walk/evidenceActions.ts';
import { LinkedEvidenceList } from '../../../../renderer/screens/walk/LinkedEvidenceList.tsx';
import { evidenceFilterOf } from '../../../../renderer/screens/evidence/evidenceAddress.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';

it('leads to the evidence of this question, not to the whole register, for what it does not list', async () => {
  const target = { kind: 'question', id: 'ci2016/6.2/p1' } as const;
  await renderScreen(
    <EvidenceActionsContext.Provider value={{ add: () => undefined, link: () => undefined }}>
      <LinkedEvidenceList target={target} evidence={[]} total={120} />
    </EvidenceActionsContext.Provider>,
    { api: scriptedApi({}) },
  );
  const address = screen
    .getByRole('link', { name: '120 further pieces in the register' })
    .getAttribute('href');
  expect(evidenceFilterOf(address?.split('/').at(-1) ?? '')).toEqual({ linkedTo: target });
});
