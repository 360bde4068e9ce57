import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { makeBenchPacket } from './benchPacket.ts';
import { makeWorkbookOf, recordsAbout } from './benchWorkbook.ts';

/**
 * Makes what taking packets in is measured with, in a process of its own: `node makePacketsOnce.ts <folder> <size> <packets>`.
 * `empty` is a workbook to begin with, `full` one of as many changes as the size says; `one …` is a packet of that size,
 * and each `packet …` one of a tenth of it.
 */
const [folder = '', size = '', packets = ''] = process.argv.slice(2);
mkdirSync(folder, { recursive: true });
makeWorkbookOf(path.join(folder, 'empty'), recordsAbout(0, 1));
makeWorkbookOf(path.join(folder, 'full'), recordsAbout(0, Number(size)));
await makeBenchPacket(folder, 'one', recordsAbout(1_000_000, Number(size)));
for (let number = 0; number < Number(packets); number += 1) {
  const records = recordsAbout((2 + number) * 1_000_000, Number(size) / 10);
  await makeBenchPacket(folder, `packet ${number}`, records);
}
