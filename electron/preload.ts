import { contextBridge, ipcRenderer } from 'electron';

import { operationNames } from '../shared/api/operationNames.ts';
import { beforeCloseChannel, callChannel, flushedChannel } from './shell/channels.ts';

type Flush = () => Promise<boolean>;

const flushes = new Set<Flush>();

const operations = Object.fromEntries(
  operationNames.map((name) => [
    name,
    (input: unknown): Promise<unknown> => ipcRenderer.invoke(callChannel, name, input),
  ]),
);

function onBeforeClose(flush: Flush): () => void {
  flushes.add(flush);
  return () => {
    flushes.delete(flush);
  };
}

async function isSaved(flush: Flush): Promise<boolean> {
  try {
    return (await flush()) === true;
  } catch {
    // A page that fails while saving has not saved.
    return false;
  }
}

// The event stays here: a page that had it could reach the channel itself.
ipcRenderer.on(beforeCloseChannel, (_event, question: unknown) => {
  void Promise.all([...flushes].map(isSaved)).then((saved) => {
    ipcRenderer.send(flushedChannel, question, saved.every(Boolean));
  });
});

contextBridge.exposeInMainWorld(
  'workbookHost',
  Object.freeze({ operations: Object.freeze(operations), onBeforeClose }),
);
