import { type EvidenceSort, registerColumns } from './registerColumns.ts';

/** The headings of the register; pressing one sorts by it, pressing it again turns the order round. */
export function RegisterHeadings(props: {
  readonly sort: EvidenceSort;
  readonly descending: boolean;
  readonly onSort: (sort: EvidenceSort, descending: boolean) => void;
  readonly isNarrow: boolean;
}) {
  const { sort, descending, onSort, isNarrow } = props;
  const columns = isNarrow ? registerColumns.slice(0, 1) : registerColumns;
  return (
    <div role="rowgroup" className="register-head">
      <div role="row" aria-rowindex={1} className="register-row">
        {columns.map((column, position) => {
          const isSorted = column.sort === sort;
          return (
            <div
              key={column.name}
              role="columnheader"
              aria-colindex={position + 1}
              className={`register-cell register-${column.name}`}
              {...(isSorted ? ({ 'aria-sort': descending ? 'descending' : 'ascending' } as const) : {})}
            >
              {column.sort === null ? (
                column.heading
              ) : (
                <button
                  type="button"
                  className="register-sort"
                  onClick={() => {
                    if (column.sort !== null)
                      onSort(column.sort, isSorted ? !descending : column.descendingFirst);
                  }}
                >
                  {column.heading}
                  <span aria-hidden="true">{isSorted ? (descending ? ' ↓' : ' ↑') : ''}</span>
                </button>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
