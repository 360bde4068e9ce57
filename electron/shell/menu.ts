import type { MenuItemConstructorOptions } from 'electron';

export type MenuActions = {
  readonly quit: () => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  readonly resetZoom: () => void;
  readonly showHelp: () => void;
};

/**
 * The menu bar. What the page itself offers (search, export, history) is not repeated here; the developer's tools are
 * there only while the program is being developed.
 */
export function menuTemplate(
  platform: NodeJS.Platform,
  developerTools: boolean,
  actions: MenuActions,
): MenuItemConstructorOptions[] {
  const onMac = platform === 'darwin';
  return [
    ...(onMac ? [macMenu(actions)] : [fileMenu(actions)]),
    {
      label: 'Edit',
      submenu: [
        { label: 'Undo typing', role: 'undo' },
        { label: 'Redo typing', role: 'redo' },
        { type: 'separator' },
        { label: 'Cut', role: 'cut' },
        { label: 'Copy', role: 'copy' },
        { label: 'Paste', role: 'paste' },
        { label: 'Select all', role: 'selectAll' },
      ],
    },
    {
      label: 'View',
      submenu: [
        { label: 'Zoom in', accelerator: 'CommandOrControl+Plus', click: actions.zoomIn },
        // The same key without Shift, and the one of the number pad.
        hiddenKey('CommandOrControl+=', actions.zoomIn),
        hiddenKey('CommandOrControl+numadd', actions.zoomIn),
        { label: 'Zoom out', accelerator: 'CommandOrControl+-', click: actions.zoomOut },
        hiddenKey('CommandOrControl+numsub', actions.zoomOut),
        { label: 'Actual size', accelerator: 'CommandOrControl+0', click: actions.resetZoom },
        { type: 'separator' },
        { label: 'Full screen', role: 'togglefullscreen' },
        ...(developerTools ? [{ label: 'Developer tools', role: 'toggleDevTools' } as const] : []),
      ],
    },
    { label: 'Help', submenu: [{ label: 'Help', accelerator: 'F1', click: actions.showHelp }] },
  ];
}

function fileMenu(actions: MenuActions): MenuItemConstructorOptions {
  return {
    label: 'File',
    submenu: [{ label: 'Quit', accelerator: 'CommandOrControl+Q', click: actions.quit }],
  };
}

function macMenu(actions: MenuActions): MenuItemConstructorOptions {
  return {
    label: 'Workbook',
    submenu: [
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      { type: 'separator' },
      { label: 'Quit', accelerator: 'Command+Q', click: actions.quit },
    ],
  };
}

function hiddenKey(accelerator: string, click: () => void): MenuItemConstructorOptions {
  return { label: accelerator, accelerator, click, visible: false, acceleratorWorksWhenHidden: true };
}
