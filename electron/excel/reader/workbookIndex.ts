import path from 'node:path/posix';
import { readHostileXml } from './hostileXml.ts';
import type { HostileZip } from './hostileZip.ts';
import { readerLimits } from './readerLimits.ts';
import { damagedXlsx, excessiveXlsx } from './xlsxRefusal.ts';

/** One tab: its name, its part, and whether people see it. */
export type IndexedSheet = { readonly name: string; readonly part: string; readonly hidden: boolean };

/** Where the comments on a sheet are; null where nobody has made any. */
export async function commentsPartOf(zip: HostileZip, sheet: IndexedSheet): Promise<string | null> {
  if (!zip.has(relationsName(sheet.part))) return null;
  const relations = await relationsOf(zip, sheet.part);
  const part = [...relations.values()].find(({ type }) => type === 'comments')?.part;
  return part !== undefined && zip.has(part) ? part : null;
}

export type WorkbookIndex = {
  readonly sheets: readonly IndexedSheet[];
  /** Whether day 0 is in 1904, as old programs on the Macintosh had it. */
  readonly from1904: boolean;
  readonly sharedTexts: string | null;
  readonly styles: string | null;
};

type Relation = { readonly type: string; readonly part: string };

/** Reads which sheets there are and where, by the file's own relations. */
export async function readWorkbookIndex(zip: HostileZip): Promise<WorkbookIndex> {
  const roots = await relationsOf(zip, '');
  const workbook = [...roots.values()].find(({ type }) => type === 'officeDocument')?.part;
  if (workbook === undefined) throw damagedXlsx('it is not a workbook');
  const relations = await relationsOf(zip, workbook);
  const partOf = (type: string): string | null =>
    [...relations.values()].find((relation) => relation.type === type)?.part ?? null;
  const sheets: IndexedSheet[] = [];
  let from1904 = false;
  readHostileXml(workbook, await zip.part(workbook), {
    open(name, attribute) {
      if (name === 'workbookPr') from1904 = ['1', 'true', 'on'].includes(attribute('date1904') ?? '');
      if (name !== 'sheet') return;
      const relation = relations.get(attribute('id') ?? '');
      if (relation === undefined) throw damagedXlsx('a sheet has no part');
      // Sheets that are one chart have no cells.
      if (relation.type !== 'worksheet') return;
      if (sheets.length >= readerLimits.sheets)
        throw excessiveXlsx(`more than ${readerLimits.sheets} sheets`);
      const hidden = ['hidden', 'veryHidden'].includes(attribute('state') ?? '');
      sheets.push({ name: attribute('name') ?? '', part: relation.part, hidden });
    },
  });
  if (sheets.length === 0) throw damagedXlsx('it has no sheets');
  return { sheets, from1904, sharedTexts: partOf('sharedStrings'), styles: partOf('styles') };
}

/** What a part refers to inside the file, by the relation's id. The type is the last word of its address. */
async function relationsOf(zip: HostileZip, part: string): Promise<ReadonlyMap<string, Relation>> {
  const name = relationsName(part);
  const relations = new Map<string, Relation>();
  readHostileXml(name, await zip.part(name), {
    open(element, attribute) {
      if (element !== 'Relationship' || attribute('TargetMode') === 'External') return;
      const target = attribute('Target') ?? '';
      const type = attribute('Type') ?? '';
      const whole = target.startsWith('/') ? target.slice(1) : path.join(path.dirname(part), target);
      relations.set(attribute('Id') ?? '', {
        type: type.slice(type.lastIndexOf('/') + 1),
        part: path.normalize(whole),
      });
    },
  });
  return relations;
}

function relationsName(part: string): string {
  return path.join(path.dirname(part), '_rels', `${path.basename(part)}.rels`);
}
