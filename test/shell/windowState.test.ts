import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import {
  onScreens,
  readWindowState,
  type WindowState,
  writeWindowState,
} from '../../electron/shell/windowState.ts';
import { zoomedIn, zoomedOut } from '../../electron/shell/zoom.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'workbook-window-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const left: WindowState = {
  width: 1200,
  height: 700,
  corner: { x: 1500, y: 40 },
  maximised: true,
  zoom: 2,
  lastFolder: '/books',
};
const laptop = { x: 0, y: 0, width: 1366, height: 728 };
const second = { x: 1366, y: 0, width: 1920, height: 1080 };

describe('how the window was left', () => {
  it('is found again the next time, with its zoom', () => {
    expect(writeWindowState(folder, left)).toBe(true);
    expect(readWindowState(folder)).toEqual(left);
  });

  it.each([
    '',
    '{',
    'null',
    '{"width":1}',
    '{"width":1200,"height":700,"corner":null,"maximised":false,"zoom":99,"lastFolder":null}',
  ])('is the first state when the file holds %s', (text) => {
    writeFileSync(path.join(folder, 'window.json'), text);
    expect(readWindowState(folder)).toMatchObject({ width: 1366, height: 728, zoom: 1 });
  });

  it('is no reason to fail when it can’t be written', () => {
    const file = path.join(folder, 'a-file');
    writeFileSync(file, '');
    expect(writeWindowState(path.join(file, 'under'), left)).toBe(false);
  });

  it('keeps its place on a screen that is there, and goes to the middle when that is gone', () => {
    expect(onScreens(left, [laptop, second])).toEqual(left);
    expect(onScreens(left, [laptop])).toEqual({ ...left, corner: null });
    expect(onScreens({ ...left, corner: { x: 0, y: -8 } }, [laptop]).corner).toEqual({ x: 0, y: -8 });
    expect(onScreens({ ...left, corner: { x: 0, y: 900 } }, [laptop]).corner).toBeNull();
  });
});

describe('zoom', () => {
  it('goes from half to four times by steps, and stops at either end', () => {
    let zoom = 1;
    const seen: number[] = [];
    for (let step = 0; step < 10; step += 1) seen.push((zoom = zoomedIn(zoom)));
    expect(seen).toEqual([1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 4, 4]);
    for (let step = 0; step < 20; step += 1) zoom = zoomedOut(zoom);
    expect(zoom).toBe(0.5);
    expect(zoomedIn(1.2)).toBe(1.25);
    expect(zoomedOut(1.2)).toBe(1.1);
  });
});
