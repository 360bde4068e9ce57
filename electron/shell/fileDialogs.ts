import path from 'node:path';

import type { BrowserWindow, Dialog, OpenDialogOptions } from 'electron';

import type { FileDialogs } from '../services/ports.ts';

export type DialogSurroundings = {
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>;
  readonly window: () => BrowserWindow | null;
  /** The folder that was last used, or null. Electron's own dialogs begin in the folder of downloads each time. */
  readonly lastFolder: () => string | null;
  readonly rememberFolder: (folder: string) => void;
};

/** The system's dialogs, on top of the window, beginning where the last one ended. */
export function createFileDialogs(surroundings: DialogSurroundings): FileDialogs {
  const { dialog, window, lastFolder, rememberFolder } = surroundings;

  async function open(
    title: string,
    properties: OpenDialogOptions['properties'] & object,
  ): Promise<readonly string[] | null> {
    const options: OpenDialogOptions = {
      title,
      // The list of recent documents of the system is not ours to write in.
      properties: [...properties, 'dontAddToRecent'],
      ...startingAt(lastFolder()),
    };
    const owner = window();
    const answer = await (owner === null
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(owner, options));
    return answer.canceled || answer.filePaths.length === 0 ? null : answer.filePaths;
  }

  return {
    chooseFolder: async (title) => {
      const chosen = await open(title, ['openDirectory', 'createDirectory']);
      const folder = chosen?.[0];
      if (folder === undefined) return null;
      rememberFolder(path.dirname(folder));
      return folder;
    },
    chooseFiles: async (title) => {
      const chosen = await open(title, ['openFile', 'multiSelections']);
      if (chosen?.[0] !== undefined) rememberFolder(path.dirname(chosen[0]));
      return chosen;
    },
    chooseSavePath: async (title, suggestedName) => {
      const folder = lastFolder();
      const options = {
        title,
        defaultPath: folder === null ? suggestedName : path.join(folder, suggestedName),
        properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'] as const,
      };
      const owner = window();
      const writable = { ...options, properties: [...options.properties] };
      const answer = await (owner === null
        ? dialog.showSaveDialog(writable)
        : dialog.showSaveDialog(owner, writable));
      if (answer.canceled || answer.filePath === '') return null;
      rememberFolder(path.dirname(answer.filePath));
      return answer.filePath;
    },
  };
}

function startingAt(folder: string | null): { readonly defaultPath?: string } {
  return folder === null ? {} : { defaultPath: folder };
}
