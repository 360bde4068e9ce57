import path from 'node:path';

import { app, type BrowserWindow, dialog, ipcMain, Menu, protocol, session, shell } from 'electron';

import type { Dispatch } from '../ipc/dispatcher.ts';
import { listPageFiles } from '../ipc/pageFiles.ts';
import type { Logger, Ports } from '../services/ports.ts';
import { createSystemPorts, randomIds } from '../services/systemPorts.ts';
import { answerPageRequests } from './appProtocol.ts';
import { closeNodeNetwork } from './closeNodeNetwork.ts';
import { createDesktop } from './desktop.ts';
import { createFileDialogs } from './fileDialogs.ts';
import { grantedFiles } from './grantedFiles.ts';
import { installClosing } from './installClosing.ts';
import { installMenu } from './installMenu.ts';
import { installSecondStart, type SecondStart, workbookOfStart } from './installSecondStart.ts';
import { keepWindowState } from './keptWindowState.ts';
import { bridgeOperations } from './operationsBridge.ts';
import { pageScheme } from './pageAddress.ts';
import { pageFirst } from './pageFirst.ts';
import { createPageFlush } from './pageFlush.ts';
import { prepareApp } from './prepareApp.ts';
import { startFailureSentence } from './startFailureSentence.ts';
import { tellNotOpened } from './shellDialogs.ts';
import { openWorkbookWindow } from './workbookWindow.ts';

/** What the window works on: the services behind the dispatcher, and how to close them. */
export type Core = {
  readonly dispatch: Dispatch;
  /** Stops what keeps the workbook to itself, so that the page can save. */
  readonly makeWay: () => void;
  readonly shutdown: () => Promise<void>;
};

export type ShellParts = {
  readonly dataFolder: string;
  /** The folder of the built program: `preload.cjs`, `renderer/`, a file for each worker. */
  readonly builtFolder: string;
  /** Loads the core. Called once the page has what it starts with, because both take time. */
  readonly loadCore: (ports: Ports) => Promise<Core>;
};

/** Starts the program in Electron: one instance, one window, one page. A second start hands over to the first and ends. */
export function startShell(parts: ShellParts): void {
  prepareApp(app, protocol, parts.dataFolder);
  const start: SecondStart = { given: process.argv.slice(1), workingFolder: process.cwd() };
  if (!app.requestSingleInstanceLock({ ...start })) return app.quit();
  closeNodeNetwork();
  // Else Electron makes a menu of its own first, for nobody.
  Menu.setApplicationMenu(null);
  app
    .whenReady()
    .then(() => run(parts, start))
    .catch((cause: unknown) => {
      dialog.showErrorBox('The workbook can’t start', startFailureSentence(cause, parts.dataFolder));
      app.exit(1);
    });
}

async function run(parts: ShellParts, start: SecondStart): Promise<void> {
  const { dataFolder, builtFolder } = parts;
  const developerTools = !app.isPackaged;
  const kept = keepWindowState(dataFolder);
  const chosenFolders = new Set<string>();
  let window: BrowserWindow | null = null;
  const dropped = grantedFiles(randomIds);
  const ports = createSystemPorts({
    host: 'electron',
    grantedFile: dropped.take,
    appVersion: app.getVersion(),
    dataFolder,
    assetsFolder: path.join(app.getAppPath(), 'assets'),
    workerPath: (name) => path.join(builtFolder, `${name}.cjs`),
    desktop: createDesktop(shell, (file) => chosenFolders.has(path.dirname(file))),
    dialogs: createFileDialogs({
      dialog,
      window: () => window,
      lastFolder: () => kept.current().lastFolder,
      rememberFolder: (folder) => {
        chosenFolders.add(folder);
        kept.rememberFolder(folder);
      },
    }),
  });
  const { logger } = ports;

  // In memory: nothing that the page shows is left in a profile on the disk.
  const pageSession = session.fromPartition('workbook', { cache: false });
  const pageFiles = listPageFiles(path.join(builtFolder, 'renderer'));
  const page = pageFirst(answerPageRequests(pageFiles), pageSession.webRequest);
  pageSession.protocol.registerFileProtocol(pageScheme, page.answer);

  // The page's first calls wait until the core is there and the workbook that the start names is open.
  const core = page.handedOut.then(() => loadCore(parts, ports, start, logger));
  const dispatch: Dispatch = async (name, input) => (await core).core.dispatch(name, input);
  bridgeOperations(ipcMain, dispatch, dropped.grant, logger);
  const flush = createPageFlush(ipcMain);

  window = openWorkbookWindow({
    title: app.name,
    preload: path.join(builtFolder, 'preload.cjs'),
    session: pageSession,
    state: kept.current(),
    developerTools,
    logger,
  });
  installMenu(window, kept, developerTools, logger);
  installSecondStart({ window, flush, dispatch, logger });
  installClosing({
    window,
    flush,
    kept,
    logger,
    makeWay: async () => (await core).core.makeWay(),
    shutdown: async () => (await core).core.shutdown(),
  });

  const { notOpened } = await core;
  if (notOpened !== null) await tellNotOpened(window, notOpened);
}

async function loadCore(
  parts: ShellParts,
  ports: Ports,
  start: SecondStart,
  logger: Logger,
): Promise<{ readonly core: Core; readonly notOpened: string | null }> {
  try {
    const core = await parts.loadCore(ports);
    const folder = workbookOfStart(start);
    const reply = folder === null ? null : await core.dispatch('open-workbook', { folder });
    return { core, notOpened: reply === null || reply.ok ? null : reply.error.message };
  } catch (cause) {
    logger.error('The core did not load', cause);
    throw cause;
  }
}
