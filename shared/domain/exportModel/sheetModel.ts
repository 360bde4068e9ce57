/** What a cell holds. In a date column a text of the form `YYYY-MM-DD` becomes a true date; any other text stays text. */
export type Cell = string | number | null;

export type ColumnKind = 'text' | 'number' | 'date' | 'choice';

export type Column = {
  /** Names the column for the program. */
  readonly key: string;
  /** Names it for people; unique in its sheet, as Excel's tables demand. */
  readonly header: string;
  /** In characters of the standard font. */
  readonly width: number;
  readonly kind: ColumnKind;
  /** What the drop-down of a choice column offers. Other text is taken, so that "Not settled …" can stand there. */
  readonly choices?: readonly string[];
};

/** What one sheet contributes to the receipt, as data, so that the same rule counts what was meant and what was read. */
export type Counted =
  | { readonly name: string; readonly rule: 'rows' }
  | { readonly name: string; readonly rule: 'rows-with-any-of'; readonly keys: readonly string[] }
  | { readonly name: string; readonly rule: 'sum-of'; readonly keys: readonly string[] };

/** A bar chart over columns of one sheet. */
export type Chart = {
  readonly title: string;
  /** What the chart shows, for people who cannot see it. */
  readonly description: string;
  /** The sheet that the bars come from. */
  readonly sheet: string;
  readonly categoryKey: string;
  readonly series: readonly { readonly key: string; readonly name: string }[];
  readonly stacked: boolean;
  /** End of the axis; left out: the spreadsheet program chooses. */
  readonly highest?: number;
};

export type Orientation = 'portrait' | 'landscape';
export type Paper = 'A4' | 'A3';

export type Sheet = {
  /** The tab: at most 31 UTF-16 units, none of `* ? : \ / [ ]`, unique ignoring case. */
  readonly name: string;
  /** Cell A1. */
  readonly title: string;
  /** What the sheet is for, on the cover. */
  readonly purpose: string;
  /** Cell A2: how to read it. */
  readonly about: string;
  readonly columns: readonly Column[];
  /** Columns that stay in sight when the sheet is moved sideways. */
  readonly frozenColumns: number;
  /** Can be gone through several times. The first column identifies the row in a few words. */
  readonly rows: Iterable<readonly Cell[]>;
  /** What stands there when there are no rows. */
  readonly emptySentence: string;
  /** Name of the Excel table, unique in the file. */
  readonly table: string;
  readonly print: { readonly orientation: Orientation; readonly paper: Paper };
  readonly counted: readonly Counted[];
  readonly charts: readonly Chart[];
};

/** A label and what belongs to it, on the cover. */
export type Fact = { readonly label: string; readonly value: string };

export type ExportModel = {
  readonly cover: {
    readonly title: string;
    readonly facts: readonly Fact[];
    /** How to read the sheets, a sentence each. */
    readonly guidance: readonly string[];
  };
  readonly sheets: readonly Sheet[];
  /** Printed at the head and foot of every page. */
  readonly marking: string;
  readonly partnership: string;
  readonly round: string;
  readonly generatedAt: string;
  /** What the receipt has to say, counted in the workbook. */
  readonly expected: readonly ReceiptCount[];
};

export type ReceiptCount = { readonly name: string; readonly count: number };

/** What the cover and the screen both say about the finished file. */
export type Receipt = {
  readonly counts: readonly ReceiptCount[];
  /** SHA-256 of the cells of every sheet but the cover; see `contentLine`. */
  readonly fingerprint: string;
  readonly notes: readonly string[];
};
