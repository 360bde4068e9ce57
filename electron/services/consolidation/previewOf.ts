import type { ConsolidationPreview } from '../../../shared/api/views/consolidationView.ts';
import { fieldLabel } from '../history/fieldLabel.ts';
import { labelOfEntity } from '../history/labelOfEntity.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';
import type { CheckedPackets } from './checkedPackets.ts';

/** Lines of what is not taken that go with a preview, which a page reads again and again: what it shows at first. */
const LINES_SENT = 100;

/** What was found in packets, in words. */
export function previewOf(workbook: OpenWorkbook, id: string, checked: CheckedPackets): ConsolidationPreview {
  const names = new Map(
    checked.differences.flatMap(({ entity, entityId, name }) =>
      name === '' ? [] : [[`${entity} ${entityId}`, name] as const],
    ),
  );
  return {
    preview: id,
    sources: checked.sources.map((source) => ({
      ...source,
      notTaken: source.ignored.length,
      ignored: source.ignored.slice(0, LINES_SENT),
    })),
    total: checked.total,
    differences: checked.differences.map((difference) => ({
      ...difference,
      label: labelOfEntity(workbook, difference.entity, difference.entityId, names),
      fieldLabel: difference.field === null ? null : fieldLabel(difference.field),
    })),
    more: checked.more,
    sentence: sentenceOf(checked),
  };
}

function sentenceOf({ sources, total, attachments }: CheckedPackets): string {
  const refused = sources.filter(({ state }) => state === 'refused').length;
  const locked = sources.filter(({ state }) => state === 'locked').length;
  const news = total.changes - total.known;
  if (refused === sources.length) return 'None of these files can be taken in.';
  const notRead = [
    ...(locked === 0 ? [] : [` ${locked} of ${sources.length} ${locked === 1 ? 'is' : 'are'} locked.`]),
    ...(refused === 0 ? [] : [` ${refused} of ${sources.length} cannot be taken in.`]),
  ].join('');
  if (refused + locked === sources.length) return `Nothing can be taken in yet.${notRead}`;
  if (sources.every(({ state }) => state !== 'ready')) {
    return `Everything in ${sources.length === 1 ? 'the packet' : 'these packets'} is in this workbook already.${notRead}`;
  }
  const files = counted(attachments.length, 'attached file', 'attached files');
  if (news === 0) return `Nothing is new but ${files}.${notRead}`;
  const parts = [
    ...(total.added === 0 ? [] : [`${counted(total.added, 'entry', 'entries')} added`]),
    ...(total.changed === 0 ? [] : [`${counted(total.changed, 'field', 'fields')} changed`]),
    ...(total.deleted === 0 ? [] : [`${counted(total.deleted, 'entry', 'entries')} deleted`]),
    ...(attachments.length === 0 ? [] : [files]),
    total.conflicts === 0 ? 'nothing to settle' : `${counted(total.conflicts, 'field', 'fields')} to settle`,
  ];
  return `${counted(news, 'change is', 'changes are')} new: ${parts.join(', ')}.${notRead}`;
}

function counted(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`;
}
