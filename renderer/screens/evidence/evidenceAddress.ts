import { type EvidenceFilter, evidenceFilterSchema } from '../../../shared/api/views/evidenceView.ts';
import { evidenceKinds } from '../../../shared/domain/entityCatalogue.ts';
import { type LinkTarget, linkTargetKinds } from '../../../shared/domain/entityIdentity.ts';

/**
 * The address of the register with a filter, so that a cell of a matrix, the back button and a reload all lead to the
 * same list.
 */
export function evidenceAddress(filter: EvidenceFilter): string {
  const parameters = new URLSearchParams();
  if (filter.text) parameters.set('words', filter.text);
  for (const kind of filter.kinds ?? []) parameters.append('kind', kind);
  if (filter.partner) parameters.set('partner', filter.partner);
  if (filter.linkedTo) parameters.set('linked', targetText(filter.linkedTo));
  if (filter.andLinkedTo) parameters.set('and', targetText(filter.andLinkedTo));
  if (filter.unlinked) parameters.set('unlinked', 'yes');
  if (filter.undated) parameters.set('undated', 'yes');
  if (filter.deleted) parameters.set('deleted', 'yes');
  // The router decodes percent signs an uncertain number of times, so the part has none.
  const part = parameters.toString().replaceAll('%', '~');
  return part === '' ? '/evidence' : `/evidence/where/${part}`;
}

/** The filter of the last part of such an address; what can't be read is left out. */
export function evidenceFilterOf(addressPart: string): EvidenceFilter {
  const parameters = new URLSearchParams(addressPart.replaceAll('~', '%'));
  const words = parameters.get('words');
  const kinds = evidenceKinds.filter((kind) => parameters.getAll('kind').includes(kind));
  const partner = parameters.get('partner');
  const linkedTo = targetOf(parameters.get('linked'));
  const andLinkedTo = targetOf(parameters.get('and'));
  const parsed = evidenceFilterSchema.safeParse({
    ...(words ? { text: words } : {}),
    ...(kinds.length > 0 ? { kinds } : {}),
    ...(partner ? { partner } : {}),
    ...(linkedTo ? { linkedTo } : {}),
    ...(andLinkedTo ? { andLinkedTo } : {}),
    ...(parameters.has('unlinked') ? { unlinked: true } : {}),
    ...(parameters.has('undated') ? { undated: true } : {}),
    ...(parameters.has('deleted') ? { deleted: true } : {}),
  });
  return parsed.success ? parsed.data : {};
}

/** Whether the filter lets everything through. */
export function isWithoutFilter(filter: EvidenceFilter): boolean {
  return evidenceAddress(filter) === '/evidence';
}

/** A target as one text, such as `outcome:opi2016/structural-1`. */
export function targetText(target: LinkTarget): string {
  return `${target.kind}:${target.id}`;
}

/** The target that such a text names; undefined when it names none. */
export function targetOf(text: string | null): LinkTarget | undefined {
  if (text === null) return undefined;
  const at = text.indexOf(':');
  const kind = linkTargetKinds.find((candidate) => candidate === text.slice(0, at));
  const id = text.slice(at + 1);
  return kind === undefined || id === '' ? undefined : { kind, id };
}
