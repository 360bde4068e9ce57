import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach } from 'vitest';
import { Route } from 'wouter';
import { SaveFailureBanner } from '../../../../renderer/components/frame/SaveFailureBanner.tsx';
import { SaveWords } from '../../../../renderer/components/frame/SaveWords.tsx';
import { ConflictsScreen } from '../../../../renderer/screens/conflicts/ConflictsScreen.tsx';
import { routes } from '../../../../renderer/state/routes.ts';
import type { ConflictView } from '../../../../shared/api/views/consolidationView.ts';
import { aConflict, conflictKeeper } from '../../support/conflictKeeper.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi, type Script } from '../../support/scriptedApi.ts';

/** Two people’s texts for one question. */
export const text = aConflict(
  { Inspector: 'Two of six lapsed.', Sergeant: 'Two of five have lapsed.' },
  { start: 'Two of five lapsed.' },
);
/** Two people’s grades of one quality indicator. */
export const grade = aConflict(
  { Inspector: 3, Sergeant: 5 },
  {
    entity: 'grade',
    entityId: 'ci2016/6.2@partnership',
    label: 'Grade of 6.2 (The partnership)',
    field: 'grade',
    fieldLabel: 'Grade',
    start: 4,
  },
);
let stopListening: () => void = () => undefined;

/** To be called once in a file: each test begins at the screen’s address, with no keys listened to. */
export function beginAtConflicts(): void {
  beforeEach(() => {
    window.location.hash = routes.conflicts();
  });
  afterEach(() => stopListening());
}

/** The screen with its keys and the words about saving, over these conflicts. */
export async function draw(conflicts: readonly ConflictView[], script: Script = {}) {
  const keeper = conflictKeeper(conflicts);
  const api = scriptedApi({ ...keeper.script, ...script });
  const drawn = await renderScreen(
    <Route path={`${routes.conflicts()}/:of?`}>
      {({ of }) => (
        <main>
          <SaveWords />
          <SaveFailureBanner />
          <ConflictsScreen of={of === undefined ? null : decodeURIComponent(of)} />
        </main>
      )}
    </Route>,
    { api },
  );
  const listener = (event: KeyboardEvent): void => {
    if (drawn.state.shortcuts.handle(event)) event.preventDefault();
  };
  document.addEventListener('keydown', listener);
  stopListening = () => document.removeEventListener('keydown', listener);
  return { keeper, api, user: userEvent.setup(), ...drawn };
}

/** The heading of the card that is shown. */
export const card = () => screen.getByRole('heading', { level: 2 });
