import { contextBridge, ipcRenderer, webUtils } from 'electron';

import { operationNames } from '../shared/api/operationNames.ts';
import type { BeforeClose } from '../shared/api/workbookApi.ts';
import { beforeCloseChannel, callChannel, flushedChannel, grantName } from './shell/channels.ts';

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

type PageFile = Parameters<typeof webUtils.getPathForFile>[0];

/** Where a file lies; empty for one that lies nowhere. */
function pathOf(file: PageFile): string {
  // Electron below 29 has no such utility and writes the path into the file.
  const utility: typeof webUtils | undefined = webUtils;
  if (utility !== undefined) return utility.getPathForFile(file);
  // Anything else that has a path was made up by the page.
  return file instanceof File && 'path' in file && typeof file.path === 'string' ? file.path : '';
}

/** A page can make up no file that lies somewhere: only those that a person gave it have a path, and it is read here. */
function grantFiles(files: readonly PageFile[]): Promise<unknown> {
  return ipcRenderer.invoke(callChannel, grantName, files.map(pathOf));
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
  Object.freeze({ operations: Object.freeze(operations), onBeforeClose, grantFiles }),
);
