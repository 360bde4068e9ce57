import { describe, expect, it, vi } from 'vitest';

import { workbookArgument } from '../../electron/shell/workbookArgument.ts';

const always = () => true;

describe('the workbook that a start names', () => {
  it('is a folder that holds one, relative to where the program was started', () => {
    expect(workbookArgument(['/books/North'], '/', 'linux', always)).toBe('/books/North');
    expect(workbookArgument(['North'], '/books', 'linux', always)).toBe('/books/North');
    expect(workbookArgument(['C:\\Books\\North'], 'C:\\', 'win32', always)).toBe('C:\\Books\\North');
    const isFile = vi.fn((file: string) => file === '/books/North/workbook.sqlite');
    expect(workbookArgument(['.', 'North'], '/books', 'linux', isFile)).toBe('/books/North');
  });

  it('is none when no folder holds one', () => {
    expect(workbookArgument(['.', '/books/North'], '/', 'linux', () => false)).toBeNull();
    expect(workbookArgument([], '/', 'linux', always)).toBeNull();
  });

  it('is never an option of the program', () => {
    expect(workbookArgument(['--no-sandbox', '-x'], '/', 'linux', always)).toBeNull();
  });

  it.each([
    '\\\\server\\share\\North',
    '//server/share',
    '\\/server/share',
    'file:///books',
    'https://example.org/a',
    'smb://server/a',
    'a\0b',
  ])('never looks at %s', (argument) => {
    const isFile = vi.fn(always);
    expect(workbookArgument([argument], 'C:\\', 'win32', isFile)).toBeNull();
    expect(isFile).not.toHaveBeenCalled();
  });

  it('never looks at a share that the program was started from', () => {
    const isFile = vi.fn(always);
    expect(workbookArgument(['North'], '\\\\server\\share', 'win32', isFile)).toBeNull();
    expect(isFile).not.toHaveBeenCalled();
  });
});
