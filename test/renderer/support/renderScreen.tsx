import { act, render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { RendererStateProvider } from '../../../renderer/state/RendererStateContext.tsx';
import { createRendererState, type RendererState } from '../../../renderer/state/rendererState.ts';
import { workbookClient } from '../../../shared/api/client.ts';
import type { WorkbookApi } from '../../../shared/api/workbookApi.ts';
import { shippedCatalogue } from '../../../shared/frameworks/catalogue.ts';
import { aWorkbookView } from './aWorkbookView.ts';

/** Draws a screen of the open workbook over a host; the workbook and the shipped frameworks are there already. */
export async function renderScreen(
  screen: ReactNode,
  host: {
    readonly api: WorkbookApi;
    readonly workbook?: Parameters<typeof aWorkbookView>[0];
  },
): Promise<{ readonly view: RenderResult; readonly state: RendererState }> {
  const state = createRendererState(workbookClient(host.api));
  state.session.store.setState({
    phase: 'open',
    workbook: aWorkbookView(host.workbook),
    catalogue: shippedCatalogue,
  });
  // The first views answer within this turn, so that a test starts with a drawn screen.
  const view = await act(async () =>
    render(
      <RendererStateProvider state={state}>
        <Router hook={useHashLocation}>{screen}</Router>
      </RendererStateProvider>,
    ),
  );
  return { view, state };
}
