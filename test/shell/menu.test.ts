import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';

import { menuTemplate } from '../../electron/shell/menu.ts';

const actions = () => ({
  quit: vi.fn(),
  zoomIn: vi.fn(),
  zoomOut: vi.fn(),
  resetZoom: vi.fn(),
  showHelp: vi.fn(),
});

function items(menu: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return menu.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])]);
}

describe('the menu bar', () => {
  it('has plain entries', () => {
    expect(menuTemplate('win32', false, actions()).map((menu) => menu.label)).toEqual([
      'File',
      'Edit',
      'View',
      'Help',
    ]);
    expect(menuTemplate('darwin', false, actions())[0]?.label).toBe('Workbook');
  });

  it('has the developer’s tools during development alone, and never a way to load the page anew', () => {
    const roles = (tools: boolean) => items(menuTemplate('linux', tools, actions())).map((item) => item.role);
    expect(roles(true)).toContain('toggleDevTools');
    expect(roles(false)).not.toContain('toggleDevTools');
    expect(roles(false)).not.toContain('reload');
    expect(roles(false)).not.toContain('forceReload');
  });

  it('does what its entries say', () => {
    const given = actions();
    const all = items(menuTemplate('linux', false, given));
    for (const [label, action] of [
      ['Quit', given.quit],
      ['Zoom in', given.zoomIn],
      ['Zoom out', given.zoomOut],
      ['Actual size', given.resetZoom],
    ] as const) {
      const entry = all.find((item) => item.label === label);
      // The entries take none of what Electron passes to a click.
      (entry?.click as (() => void) | undefined)?.();
      expect(action).toHaveBeenCalledOnce();
    }
  });

  it('gives no two entries one key', () => {
    const keys = items(menuTemplate('linux', true, actions())).flatMap((item) => item.accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
