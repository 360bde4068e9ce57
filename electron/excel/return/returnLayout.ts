/** Where the parts of every sheet of a workbook to fill in begin when it is made: a hidden row of marks, headers, the rows. */
export const MARKS_ROW = 3;
export const HEADER_ROW = 4;
export const FIRST_ROW = 5;
