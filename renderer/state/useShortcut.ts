import { useLayoutEffect, useRef } from 'react';
import type { ShortcutId } from './keys.ts';
import { useRendererState } from './RendererStateContext.tsx';

/** Gives a key its work while the component is on the screen and `isOn`. */
export function useShortcut(id: ShortcutId, handler: () => void, isOn = true): void {
  const { shortcuts } = useRendererState();
  const latest = useRef(handler);
  latest.current = handler;
  // With the drawing itself: once its button can be seen, the key works.
  useLayoutEffect(() => {
    if (!isOn) return undefined;
    return shortcuts.register(id, () => latest.current());
  }, [shortcuts, id, isOn]);
}
