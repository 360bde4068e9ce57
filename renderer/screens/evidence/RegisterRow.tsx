import type { ReactElement } from 'react';
import type { RowComponentProps } from 'react-window';
import type { EvidenceRow } from '../../../shared/api/views/evidenceView.ts';
import { routes } from '../../state/routes.ts';
import { numberWords } from '../../words/countWords.ts';
import type { EvidenceList } from './evidencePages.ts';
import { registerColumns, rowInOneLine } from './registerColumns.ts';
import type { RegisterCell } from './registerKeys.ts';

export type RegisterRowProps = {
  readonly list: EvidenceList;
  readonly cursor: RegisterCell;
  readonly isNarrow: boolean;
};

/** One row of the register: its columns side by side, or title and one line in a narrow window. */
export function RegisterRow(props: RowComponentProps<RegisterRowProps>): ReactElement {
  const { list, cursor, isNarrow, index, style } = props;
  const row = list.rowAt(index);
  const tabStop = (column: number): 0 | -1 => (cursor.row === index && cursor.column === column ? 0 : -1);
  const cells = isNarrow ? registerColumns.slice(0, 1) : registerColumns;
  return (
    // The heading is the first row, and rows count from one.
    <div role="row" aria-rowindex={index + 2} className="register-row" style={style}>
      {cells.map((column, position) => (
        <div
          key={column.name}
          role="gridcell"
          aria-colindex={position + 1}
          className={`register-cell register-${column.name}`}
          tabIndex={tabStop(position)}
          data-cell={`${String(index)} ${String(position)}`}
        >
          {row === undefined && position === 0 && <span className="register-waiting">Loading…</span>}
          {row !== undefined && position > 0 && column.words(row)}
          {row !== undefined && position === 0 && <TitleCell row={row} isNarrow={isNarrow} />}
        </div>
      ))}
    </div>
  );
}

function TitleCell({ row, isNarrow }: { readonly row: EvidenceRow; readonly isNarrow: boolean }) {
  return (
    <>
      {/* The cell has the focus and Enter opens it; the link is there for the mouse and for what it says. It is a plain
          one: rows come and go with every turn of the wheel, and a router's link each would listen to the address. */}
      <a href={`#${routes.evidenceItem(row.id)}`} tabIndex={-1} className="register-link">
        {row.title === '' ? 'Without a title' : row.title}
      </a>
      {row.conflict && <strong className="register-conflict">Not settled</strong>}
      {row.standsFor > 0 && (
        <span className="register-joined">{`stands for ${numberWords(row.standsFor)} more`}</span>
      )}
      {isNarrow && <span className="register-line">{rowInOneLine(row)}</span>}
    </>
  );
}
