import type { ReactNode } from 'react';
import type { JobView } from '../../../shared/api/views/workbookView.ts';
import { CopyTextButton } from '../../components/CopyTextButton.tsx';
import { ReceiptCounts } from '../../components/jobs/ReceiptCounts.tsx';
import { Notice } from '../../components/Notice.tsx';
import { instantWords } from '../../words/dateWords.ts';

type Receipt = NonNullable<JobView['receipt']>;

/** What a consolidation, or the undoing of one, has done to the workbook, in numbers. */
export function CountsReceipt(props: {
  readonly title: string;
  readonly receipt: Receipt;
  readonly children?: ReactNode;
}) {
  const { title, receipt } = props;
  return (
    <Notice kind="success" title={title}>
      <ReceiptCounts caption={instantWords(receipt.finishedAt)} counts={receipt.counts} />
      {props.children}
      <CopyTextButton label="Copy this receipt" text={() => receiptText(title, receipt)} />
    </Notice>
  );
}

function receiptText(title: string, { counts, fingerprint, finishedAt }: Receipt): string {
  const lines = counts.map(({ name, count }) => `${name}: ${String(count)}`);
  return [title, instantWords(finishedAt), ...lines, `Fingerprint of what stands: ${fingerprint}`].join('\n');
}
