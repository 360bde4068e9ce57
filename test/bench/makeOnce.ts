import { makeBenchWorkbook } from './benchWorkbook.ts';

/** Makes a workbook to measure in a process of its own: `node makeOnce.ts <folder> <pieces of evidence>`. */
const [folder = '', pieces = ''] = process.argv.slice(2);
makeBenchWorkbook(folder, Number(pieces));
