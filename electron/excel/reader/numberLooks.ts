import { readHostileXml } from './hostileXml.ts';

/** Formats that every program knows without a definition and that show a day (ECMA-376 part 1, 18.8.30). */
const builtInDays: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58,
]);

const builtInPercentages: ReadonlySet<number> = new Set([9, 10]);

/** The looks, by number, that show a cell's number as something else. */
export type NumberLooks = {
  readonly days: ReadonlySet<number>;
  readonly percentages: ReadonlySet<number>;
};

export const noLooks: NumberLooks = { days: new Set(), percentages: new Set() };

/** Which looks show a cell's number as a day, and which as a percentage. */
export function numberLooks(part: string, xml: Buffer): NumberLooks {
  const dayFormats = new Set(builtInDays);
  const percentFormats = new Set(builtInPercentages);
  const days = new Set<number>();
  const percentages = new Set<number>();
  let inCellFormats = false;
  let look = 0;
  readHostileXml(part, xml, {
    open(name, attribute) {
      const format = Number(attribute('numFmtId') ?? 0);
      if (name === 'numFmt') {
        const spelt = bareFormat(attribute('formatCode') ?? '');
        if (/[yd]/i.test(spelt)) dayFormats.add(format);
        if (spelt.includes('%')) percentFormats.add(format);
      }
      if (name === 'cellXfs') inCellFormats = true;
      if (name !== 'xf' || !inCellFormats) return;
      if (dayFormats.has(format)) days.add(look);
      if (percentFormats.has(format)) percentages.add(look);
      look += 1;
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
  });
  return { days, percentages };
}

/** The format without quoted words and the brackets of colours and languages: a year or a day in it is one. */
function bareFormat(format: string): string {
  return format.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, '');
}
