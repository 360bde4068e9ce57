import { contextBridge, ipcRenderer } from 'electron';

import { operationNames } from '../shared/api/operationNames.ts';
import type { BeforeClose } from '../shared/api/workbookApi.ts';
import { beforeCloseChannel, callChannel, flushedChannel } from './shell/channels.ts';

type Flush = () => Promise<BeforeClose>;

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

async function answerOf(flush: Flush): Promise<BeforeClose> {
  try {
    return await flush();
  } catch {
    // A page that fails while saving has not saved.
    return false;
  }
}

// The event stays here: a page that had it could reach the channel itself.
ipcRenderer.on(beforeCloseChannel, (_event, question: unknown) => {
  void Promise.all([...flushes].map(answerOf)).then((answers) => {
    const left = answers.filter((answer) => answer !== true);
    const isOnlyShown = left.length > 0 && left.every((answer) => answer === 'passphrase-shown');
    ipcRenderer.send(flushedChannel, question, isOnlyShown ? 'passphrase-shown' : left.length === 0);
  });
});

contextBridge.exposeInMainWorld(
  'workbookHost',
  Object.freeze({ operations: Object.freeze(operations), onBeforeClose }),
);
