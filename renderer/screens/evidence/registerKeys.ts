/** Where the cursor of the register is. */
export type RegisterCell = { readonly row: number; readonly column: number };

/**
 * The cell that a key leads to from `cell`; undefined when the key is not one of the register's.
 *
 * `pageRows` is how many rows fit the window.
 */
export function cellAfterKey(
  key: { readonly key: string; readonly ctrlKey: boolean },
  cell: RegisterCell,
  size: { readonly rows: number; readonly columns: number; readonly pageRows: number },
): RegisterCell | undefined {
  const { row, column } = cell;
  const at = (toRow: number, toColumn: number): RegisterCell => ({
    row: Math.max(0, Math.min(size.rows - 1, toRow)),
    column: Math.max(0, Math.min(size.columns - 1, toColumn)),
  });
  switch (key.key) {
    case 'ArrowDown':
      return at(row + 1, column);
    case 'ArrowUp':
      return at(row - 1, column);
    case 'ArrowRight':
      return at(row, column + 1);
    case 'ArrowLeft':
      return at(row, column - 1);
    case 'PageDown':
      return at(row + size.pageRows, column);
    case 'PageUp':
      return at(row - size.pageRows, column);
    case 'Home':
      return key.ctrlKey ? at(0, 0) : at(row, 0);
    case 'End':
      return key.ctrlKey ? at(size.rows - 1, size.columns - 1) : at(row, size.columns - 1);
    default:
      return undefined;
  }
}
