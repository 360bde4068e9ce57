import { Link } from 'wouter';
import type { JobView } from '../../../shared/api/views/workbookView.ts';
import { Button } from '../Button.tsx';
import { CopyTextButton } from '../CopyTextButton.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { Notice } from '../Notice.tsx';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { routes } from '../../state/routes.ts';
import { useAction } from '../../state/useAction.ts';
import { instantWords } from '../../words/dateWords.ts';
import { ReceiptCounts } from './ReceiptCounts.tsx';

type Receipt = NonNullable<JobView['receipt']>;

/** What was counted in the finished file, its fingerprint, and where it is; or which problems a check has found. */
export function JobReceipt(props: {
  readonly receipt: Receipt;
  readonly words: {
    readonly done: string;
    readonly counted: string;
    readonly troubled?: string;
    readonly noted?: string;
  };
}) {
  const { receipt, words } = props;
  const isTroubled = words.troubled !== undefined && receipt.notes.length > 0;
  const { client } = useRendererState();
  const showing = useAction(async () => {
    await client.call('show-in-folder', { path: receipt.path });
  });
  return (
    <Notice
      kind={isTroubled ? 'error' : 'success'}
      title={isTroubled ? (words.troubled ?? words.done) : words.done}
    >
      {isTroubled && (
        <p>
          Nothing was changed. Go back to the newest checked backup{' '}
          <Link href={routes.settings()}>in the settings</Link>; what stands now is kept beside it.
        </p>
      )}
      {receipt.path !== '' && (
        <p className="receipt-path">
          <span className="quiet">Where: </span>
          {receipt.path}
        </p>
      )}
      <ReceiptCounts
        caption={`${words.counted}, ${instantWords(receipt.finishedAt)}`}
        counts={receipt.counts}
      />
      {receipt.fingerprint !== '' && (
        <p>
          <span className="quiet">Fingerprint: </span>
          <code className="receipt-fingerprint">{receipt.fingerprint}</code>
        </p>
      )}
      {receipt.notes.length > 0 && (
        <>
          <p>{isTroubled ? 'What was found:' : `${words.noted ?? 'Noted while writing'}:`}</p>
          <ul>
            {receipt.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </>
      )}
      <div className="button-row">
        {receipt.path !== '' && (
          <Button disabled={showing.isBusy} onClick={() => void showing.run()}>
            Show in folder
          </Button>
        )}
        <CopyTextButton label="Copy this receipt" text={() => receiptText(receipt)} />
      </div>
      <FailureNotice failure={showing.failure} title="The folder was not opened" />
    </Notice>
  );
}

/** The receipt as plain text, to paste into a message beside the file. */
function receiptText(receipt: Receipt): string {
  const counts = receipt.counts.map(({ name, count }) => `${name}: ${String(count)}`);
  const fingerprint = receipt.fingerprint === '' ? [] : [`Fingerprint: ${receipt.fingerprint}`];
  return [receipt.path, instantWords(receipt.finishedAt), ...counts, ...fingerprint, ...receipt.notes].join(
    '\n',
  );
}
