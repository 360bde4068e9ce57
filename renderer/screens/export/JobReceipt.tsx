import type { JobView } from '../../../shared/api/views/workbookView.ts';
import { Button } from '../../components/Button.tsx';
import { CopyTextButton } from '../../components/CopyTextButton.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useAction } from '../../state/useAction.ts';
import { numberWords } from '../../words/countWords.ts';
import { instantWords } from '../../words/dateWords.ts';

type Receipt = NonNullable<JobView['receipt']>;

/** What was counted in the finished file, its fingerprint, and where it is. */
export function JobReceipt({ receipt, title }: { readonly receipt: Receipt; readonly title: string }) {
  const { client } = useRendererState();
  const showing = useAction(async () => {
    await client.call('show-in-folder', { path: receipt.path });
  });
  return (
    <Notice kind="success" title={title}>
      {receipt.path !== '' && (
        <p className="receipt-path">
          <span className="quiet">Where: </span>
          {receipt.path}
        </p>
      )}
      <table className="table receipt-counts">
        <caption>{`Counted in the finished file, ${instantWords(receipt.finishedAt)}`}</caption>
        <tbody>
          {receipt.counts.map(({ name, count }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="number">{numberWords(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {receipt.fingerprint !== '' && (
        <p>
          <span className="quiet">Fingerprint: </span>
          <code className="receipt-fingerprint">{receipt.fingerprint}</code>
        </p>
      )}
      {receipt.notes.length > 0 && (
        <>
          <p>Noted while writing:</p>
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
  const lines = [receipt.path, instantWords(receipt.finishedAt), ...counts];
  return [...lines, `Fingerprint: ${receipt.fingerprint}`, ...receipt.notes].join('\n');
}
