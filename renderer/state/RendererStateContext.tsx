import { createContext, useContext, type ReactNode } from 'react';
import type { RendererState } from './rendererState.ts';

const StateContext = createContext<RendererState | null>(null);

/** Gives the screens below it their state. */
export function RendererStateProvider(props: {
  readonly state: RendererState;
  readonly children: ReactNode;
}) {
  return <StateContext.Provider value={props.state}>{props.children}</StateContext.Provider>;
}

/** The page's state: client, session, autosave and shortcuts. */
export function useRendererState(): RendererState {
  const state = useContext(StateContext);
  if (state === null) throw new Error('A screen was drawn outside RendererStateProvider');
  return state;
}
