import { readerLimits } from './readerLimits.ts';
import type { XmlName } from './xmlNames.ts';
import { valueOfStretch, type XmlStretch } from './xmlStretch.ts';
import { excessiveXlsx } from './xlsxRefusal.ts';

/** An attribute by its name without a prefix; of several with the same, the one without wins. Good until `open` returns. */
export type Attribute = (name: string) => string | undefined;

/** The attributes of one element at a time. What nobody asks for is never made a text. */
export function xmlAttributes(xml: Buffer) {
  const names: XmlName[] = [];
  const stretches: XmlStretch[] = [];
  let count = 0;

  const valueAt = (index: number): string | undefined => {
    const stretch = stretches[index];
    return stretch === undefined ? undefined : valueOfStretch(xml, stretch);
  };

  return {
    clear(): void {
      count = 0;
    },

    /** False where the element has one of this name already. */
    add(name: XmlName, { from, to, holds }: XmlStretch): boolean {
      for (let index = 0; index < count; index += 1) if (names[index]?.full === name.full) return false;
      if (count >= readerLimits.attributes) throw excessiveXlsx('an element with too many attributes');
      names[count] = name;
      const place = stretches[count];
      if (place === undefined) stretches.push({ from, to, holds });
      else {
        place.from = from;
        place.to = to;
        place.holds = holds;
      }
      count += 1;
      return true;
    },

    get: (name: string): string | undefined => {
      let prefixed = -1;
      for (let index = 0; index < count; index += 1) {
        const { full, local } = names[index] ?? { full: '', local: '' };
        if (full === name) return valueAt(index);
        if (prefixed === -1 && local === name) prefixed = index;
      }
      return prefixed === -1 ? undefined : valueAt(prefixed);
    },
  };
}
