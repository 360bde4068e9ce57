import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

import { startLoopback } from '../../../electron/loopback/startLoopback.ts';
import type { InputOf, OutputOf } from '../../../shared/api/contract.ts';
import type { OperationName } from '../../../shared/api/operationNames.ts';
import { chromiumPath } from '../../run/stages.ts';
import { goTo } from './goTo.ts';
import { screenIsDrawn } from './screenIsDrawn.ts';

/** The laptop that the screens are made for. */
export const LAPTOP = { width: 1366, height: 768 } as const;
/** What is left of it at 200 % and at 400 % zoom. */
export const LAPTOP_AT_200 = { width: 683, height: 384 } as const;
export const LAPTOP_AT_400 = { width: 341, height: 192 } as const;

/** How long a busy machine may be about one step; shorter than a test's own limit, so that the step is named. */
const STEP_LIMIT_MS = 60_000;

export type App = {
  readonly page: Page;
  readonly dataFolder: string;
  /** Does an operation beside the screens, as another program of the same session would. */
  readonly call: <Name extends OperationName>(name: Name, input: InputOf<Name>) => Promise<OutputOf<Name>>;
  /** Leaves the open workbook, if any, for a new one at its overview. */
  readonly newWorkbook: () => Promise<void>;
  /** Opens the example at its overview. */
  readonly openExample: () => Promise<void>;
  /** Draws the page anew, with what was done beside the screens, at the overview. */
  readonly showOverview: () => Promise<void>;
  /** Goes to an address of the app, such as `/overview`, and waits until the screen has drawn. */
  readonly goTo: (address: string) => Promise<void>;
  /** A further window on the same program: another size, forced colours. */
  readonly openWindow: (options: BrowserContextOptions) => Promise<Page>;
  /** What the browser complained of, policy violations included, and requests to anywhere but the program. */
  readonly complaints: readonly string[];
  readonly stop: () => Promise<void>;
};

/**
 * The whole program behind a real Chromium: real services and store in a folder of their own, the built page from
 * `dist/renderer`, every answer checked by the contract.
 */
export async function openApp(options: { readonly dataFolder?: string } = {}): Promise<App> {
  const dataFolder = options.dataFolder ?? mkdtempSync(path.join(os.tmpdir(), 'workbook-e2e-'));
  // Another build of the page can be named, such as one made while the repository's own is being made anew.
  const pageFolder = process.env['WORKBOOK_PAGE_FOLDER'];
  const server = await startLoopback({
    dataFolder,
    checkOutput: true,
    ...(pageFolder === undefined ? {} : { pageFolder }),
  });
  const browser = await startBrowser();
  const complaints: string[] = [];
  const openWindow = async (window: BrowserContextOptions): Promise<Page> => {
    const context = await browser.newContext({
      viewport: LAPTOP,
      locale: 'en-GB',
      reducedMotion: 'reduce',
      ...window,
    });
    context.setDefaultTimeout(STEP_LIMIT_MS);
    const page = await context.newPage();
    watch(page, new URL(server.address).origin, complaints);
    await page.goto(server.address);
    await screenIsDrawn(page);
    return page;
  };
  const page = await openWindow({});
  const showOverview = async (): Promise<void> => {
    await page.evaluate(() => {
      window.location.hash = '/overview';
    });
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await screenIsDrawn(page);
  };
  return {
    page,
    dataFolder,
    complaints,
    openWindow,
    newWorkbook: async () => {
      await callInPage(page, 'close-workbook', {});
      await callInPage(page, 'create-workbook', {
        partnership: 'Clydeside',
        round: '2026-27',
        author: 'Co-ordinator',
      });
      await showOverview();
    },
    openExample: async () => {
      await callInPage(page, 'open-example', {});
      await showOverview();
    },
    showOverview,
    goTo: (address) => goTo(page, address),
    call: (name, input) => callInPage(page, name, input),
    stop: async () => {
      await browser.close();
      await server.stop();
      if (options.dataFolder === undefined)
        rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function startBrowser(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error('No Chromium: install it or set CHROMIUM_PATH');
  // Chromium's own sandbox does not start for root, which test machines often are.
  const flags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath, args: flags });
}

function watch(page: Page, origin: string, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('request', (request) => {
    const { origin: asked, protocol } = new URL(request.url());
    if (asked !== origin && protocol !== 'data:') complaints.push(`request to ${request.url()}`);
  });
}

async function callInPage<Name extends OperationName>(
  page: Page,
  name: Name,
  input: InputOf<Name>,
): Promise<OutputOf<Name>> {
  const reply = await page.evaluate(
    async ([operation, body]) => {
      const response = await fetch(`/api/${operation}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-workbook': '1' },
        body,
      });
      return response.text();
    },
    [name, JSON.stringify(input)] as const,
  );
  // The host answers by the contract, checked by `checkOutput`.
  const { ok, value, error } = JSON.parse(reply) as {
    ok: boolean;
    value: OutputOf<Name>;
    error?: { message: string };
  };
  if (!ok) throw new Error(`${name}: ${error?.message ?? 'refused'}`);
  return value;
}
