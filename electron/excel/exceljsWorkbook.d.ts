/** The half of exceljs that writes whole files; the package's main entry would load 37 packages more. */
declare module 'exceljs/lib/doc/workbook.js' {
  import type { Workbook as ExceljsWorkbook } from 'exceljs';
  const Workbook: typeof ExceljsWorkbook;
  export default Workbook;
}
