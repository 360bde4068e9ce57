import './styles/main.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { workbookClient } from '../shared/api/client.ts';
import { App } from './App.tsx';
import { askAhead } from './api/askAhead.ts';
import { hostApi } from './api/hostApi.ts';
import { answerBeforeClose } from './components/passphrase/keptPassphrases.ts';
import { createRendererState } from './state/rendererState.ts';

/** The page's entry: finds its host, makes the one state and draws the app. */
const place = document.getElementById('app');
if (place === null) throw new Error('index.html has no element for the app');

const client = workbookClient(askAhead(hostApi()));
const state = createRendererState(client);
client.onBeforeClose(answerBeforeClose);
createRoot(place).render(
  <StrictMode>
    <App state={state} />
  </StrictMode>,
);
