import { readHostileXml } from './hostileXml.ts';

/** Formats that every program knows without a definition and that show a day (ECMA-376 part 1, 18.8.30). */
const builtIn: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

/** The looks, by number, that show a cell's number as a day. */
export function dateLooks(part: string, xml: Buffer): ReadonlySet<number> {
  const formats = new Set(builtIn);
  const looks = new Set<number>();
  let inCellFormats = false;
  let look = 0;
  readHostileXml(part, xml, {
    open(name, attribute) {
      const format = Number(attribute('numFmtId') ?? 0);
      if (name === 'numFmt' && showsDay(attribute('formatCode') ?? '')) formats.add(format);
      if (name === 'cellXfs') inCellFormats = true;
      if (name !== 'xf' || !inCellFormats) return;
      if (formats.has(format)) looks.add(look);
      look += 1;
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return looks;
}

/** Whether a year or a day stands in the format, outside quoted words and the brackets of colours and languages. */
function showsDay(format: string): boolean {
  return /[yd]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, ''));
}
