/** Where the parts of every data sheet begin: title, explanation, column headers, then the rows. */
export const HEADER_ROW = 3;
export const FIRST_ROW = 4;
export const COVER_SHEET = 'Cover';
