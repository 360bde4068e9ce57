import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { List, useListRef } from 'react-window';
import { useLocation } from 'wouter';
import { routes } from '../../state/routes.ts';
import type { EvidenceList } from './evidencePages.ts';
import { type EvidenceSort, registerColumns } from './registerColumns.ts';
import { cellAfterKey, type RegisterCell } from './registerKeys.ts';
import { RegisterHeadings } from './RegisterHeadings.tsx';
import { RegisterRow } from './RegisterRow.tsx';
import { useIsNarrow } from './useIsNarrow.ts';

const ROW_PIXELS = 38;
/** Title and facts in a line each. */
const NARROW_ROW_PIXELS = 58;
/** Title and facts in two lines each. */
const SMALL_ROW_PIXELS = 104;
/** Below this width in CSS pixels the columns no longer fit side by side. */
const NARROW_BELOW = 700;
/** Below this one a line is too short for a title. */
const SMALL_BELOW = 480;

/**
 * The register as a grid of which only the rows in view exist.
 *
 * Arrow keys move a cursor that stays where it is when its row is scrolled out of view; Enter opens the row.
 */
export function EvidenceRegister(props: {
  readonly list: EvidenceList;
  readonly sort: EvidenceSort;
  readonly descending: boolean;
  readonly onSort: (sort: EvidenceSort, descending: boolean) => void;
  readonly onLook: (start: number, stop: number) => void;
  /** The row to begin at: where the person was before they opened one. */
  readonly startRow: number;
  readonly onRow: (row: number) => void;
}) {
  const { list, onLook, onRow, startRow } = props;
  const total = list.total ?? 0;
  const grid = useRef<HTMLDivElement>(null);
  const listRef = useListRef(null);
  const isNarrow = useIsNarrow(grid, NARROW_BELOW);
  const isSmall = useIsNarrow(grid, SMALL_BELOW);
  const rowPixels = isSmall ? SMALL_ROW_PIXELS : isNarrow ? NARROW_ROW_PIXELS : ROW_PIXELS;
  const [wanted, setCursor] = useState<RegisterCell>({ row: startRow, column: 0 });
  const cursor = { ...wanted, row: Math.max(0, Math.min(wanted.row, total - 1)) };
  const isFocusWanted = useRef(false);
  const hasFocus = useRef(false);
  const [, navigate] = useLocation();

  useLayoutEffect(() => {
    const cell = grid.current?.querySelector<HTMLElement>(
      `[data-cell="${String(cursor.row)} ${String(cursor.column)}"]`,
    );
    if (isFocusWanted.current && cell) {
      isFocusWanted.current = false;
      cell.focus({ preventScroll: true });
    } else keepFocus();
  });

  /** Where the row with the focus was scrolled out of view and is gone, the grid takes it, so that keys go on working. */
  function keepFocus(): void {
    if (hasFocus.current && !grid.current?.contains(document.activeElement))
      grid.current?.focus({ preventScroll: true });
  }

  function handleKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    if (event.altKey || event.metaKey || total === 0) return;
    if (event.target instanceof HTMLButtonElement) return;
    if (event.key === 'Enter') {
      const row = list.rowAt(cursor.row);
      if (row !== undefined) navigate(routes.evidenceItem(row.id));
      return;
    }
    const pageRows = Math.max(1, Math.floor((listRef.current?.element?.clientHeight ?? 400) / rowPixels) - 1);
    const columns = isNarrow ? 1 : registerColumns.length;
    const next = cellAfterKey(event, cursor, { rows: total, columns, pageRows });
    if (next === undefined) return;
    event.preventDefault();
    isFocusWanted.current = true;
    setCursor(next);
    onRow(next.row);
    listRef.current?.scrollToRow({ index: next.row, align: 'auto', behavior: 'instant' });
  }

  return (
    <div
      ref={grid}
      role="grid"
      aria-label="Evidence"
      aria-rowcount={total + 1}
      aria-colcount={isNarrow ? 1 : registerColumns.length}
      aria-busy={list.isStale}
      className={`register ${isNarrow ? 'register-is-narrow' : ''} ${isSmall ? 'register-is-small' : ''}`}
      tabIndex={-1}
      onKeyDown={handleKeyDown}
      onFocus={(event) => {
        hasFocus.current = true;
        const place = event.target.closest<HTMLElement>('[data-cell]')?.dataset['cell']?.split(' ');
        if (place !== undefined) {
          setCursor({ row: Number(place[0]), column: Number(place[1]) });
          onRow(Number(place[0]));
        }
      }}
      onBlur={(event) => {
        // A focused element that is taken out of the page names nobody as the next one.
        if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget))
          hasFocus.current = false;
      }}
    >
      <RegisterHeadings
        sort={props.sort}
        descending={props.descending}
        onSort={props.onSort}
        isNarrow={isNarrow}
      />
      <List
        listRef={listRef}
        role="rowgroup"
        className="register-rows"
        rowComponent={RegisterRow}
        rowCount={total}
        rowHeight={rowPixels}
        rowProps={{ list, cursor, isNarrow }}
        overscanCount={6}
        defaultHeight={520}
        // A few rows of what comes before stay in view.
        defaultScrollOffset={Math.max(0, startRow - 5) * rowPixels}
        onRowsRendered={({ startIndex, stopIndex }) => {
          onLook(startIndex, stopIndex);
          keepFocus();
        }}
      />
    </div>
  );
}
