import type { JobView } from '../../../shared/api/views/workbookView.ts';
import { numberWords } from '../../words/countWords.ts';
import './jobs.css';

/** What a receipt has counted, a row each. */
export function ReceiptCounts(props: {
  readonly caption: string;
  readonly counts: NonNullable<JobView['receipt']>['counts'];
}) {
  return (
    <table className="table receipt-counts">
      <caption>{props.caption}</caption>
      <tbody>
        {props.counts.map(({ name, count }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="number">{numberWords(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
