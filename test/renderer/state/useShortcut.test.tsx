import { useLayoutEffect, type ReactNode } from 'react';
import { expect, it, vi } from 'vitest';

import { useRendererState } from '../../../renderer/state/RendererStateContext.tsx';
import { useShortcut } from '../../../renderer/state/useShortcut.ts';
import { renderScreen } from '../support/renderScreen.tsx';
import { scriptedApi } from '../support/scriptedApi.ts';

function Settling({ handler }: { readonly handler: () => void }) {
  useShortcut('settle', handler);
  return <button type="button">Settle</button>;
}

/** Somebody so quick that they press the key in the moment in which its button is drawn. */
function PressedAtOnce({ children }: { readonly children: ReactNode }) {
  const { shortcuts } = useRendererState();
  useLayoutEffect(() => {
    shortcuts.handle(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }));
  }, [shortcuts]);
  return children;
}

it('a key works as soon as what it belongs to is drawn', async () => {
  const handler = vi.fn();
  await renderScreen(
    <PressedAtOnce>
      <Settling handler={handler} />
    </PressedAtOnce>,
    { api: scriptedApi({}) },
  );
  expect(handler).toHaveBeenCalledOnce();
});
