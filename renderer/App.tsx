import { useEffect } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { Screens } from './Screens.tsx';
import { ErrorBoundary } from './components/ErrorBoundary.tsx';
import { RendererStateProvider } from './state/RendererStateContext.tsx';
import type { RendererState } from './state/rendererState.ts';

/** The app around its one state: keys, addresses, and a last resort for faults. */
export function App(props: { readonly state: RendererState }) {
  const { session, shortcuts } = props.state;
  useEffect(() => {
    if (session.store.getState().phase === 'starting') void session.resume();
  }, [session]);
  useEffect(() => {
    const handleKey = (event: KeyboardEvent): void => {
      if (shortcuts.handle(event)) event.preventDefault();
    };
    document.addEventListener('keydown', handleKey);
    return () => document.removeEventListener('keydown', handleKey);
  }, [shortcuts]);
  useEffect(() => {
    // A file dropped beside the places that take one would replace the page with itself.
    const refuse = (event: DragEvent): void => event.preventDefault();
    document.addEventListener('dragover', refuse);
    document.addEventListener('drop', refuse);
    return () => {
      document.removeEventListener('dragover', refuse);
      document.removeEventListener('drop', refuse);
    };
  }, []);
  return (
    <RendererStateProvider state={props.state}>
      <ErrorBoundary state={props.state}>
        <Router hook={useHashLocation}>
          <Screens />
        </Router>
      </ErrorBoundary>
    </RendererStateProvider>
  );
}
