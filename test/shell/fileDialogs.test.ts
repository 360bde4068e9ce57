import type { Dialog } from 'electron';
import { describe, expect, it, vi } from 'vitest';

import { createFileDialogs } from '../../electron/shell/fileDialogs.ts';

function dialogs(
  answers: { readonly open?: object; readonly save?: object },
  lastFolder: string | null = null,
) {
  const rememberFolder = vi.fn();
  const showOpenDialog = vi.fn(() => Promise.resolve(answers.open ?? { canceled: true, filePaths: [] }));
  const showSaveDialog = vi.fn(() => Promise.resolve(answers.save ?? { canceled: true, filePath: '' }));
  // Without a window the dialogs are called with their options alone.
  const dialog = { showOpenDialog, showSaveDialog } as unknown as Dialog;
  const ports = createFileDialogs({
    dialog,
    window: () => null,
    lastFolder: () => lastFolder,
    rememberFolder,
  });
  return { ports, rememberFolder, showOpenDialog, showSaveDialog };
}

describe('the dialogs', () => {
  it('answer null when the person changed their mind, and remember nothing', async () => {
    const { ports, rememberFolder } = dialogs({});
    expect(await ports.chooseFolder('Open')).toBeNull();
    expect(await ports.chooseFiles('Attach')).toBeNull();
    expect(await ports.chooseSavePath('Export', 'Workbook.xlsx')).toBeNull();
    expect(rememberFolder).not.toHaveBeenCalled();
  });

  it('remember the folder that was used', async () => {
    const opened = dialogs({ open: { canceled: false, filePaths: ['/books/North'] } });
    expect(await opened.ports.chooseFolder('Open')).toBe('/books/North');
    expect(opened.rememberFolder).toHaveBeenCalledWith('/books');
    const saved = dialogs({ save: { canceled: false, filePath: '/out/Workbook.xlsx' } });
    expect(await saved.ports.chooseSavePath('Export', 'Workbook.xlsx')).toBe('/out/Workbook.xlsx');
    expect(saved.rememberFolder).toHaveBeenCalledWith('/out');
  });

  it('begin in that folder the next time, and keep out of the system’s list of recent documents', async () => {
    const { ports, showOpenDialog, showSaveDialog } = dialogs({}, '/out');
    await ports.chooseSavePath('Export', 'Workbook.xlsx');
    expect(showSaveDialog).toHaveBeenCalledWith(
      expect.objectContaining({ defaultPath: '/out/Workbook.xlsx' }),
    );
    await ports.chooseFiles('Attach');
    expect(showOpenDialog).toHaveBeenCalledWith({
      title: 'Attach',
      defaultPath: '/out',
      properties: ['openFile', 'multiSelections', 'dontAddToRecent'],
    });
  });
});
