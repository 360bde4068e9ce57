import { useState } from 'react';
import type { PacketSource } from '../../../shared/api/views/consolidationView.ts';
import type { DifferenceCounts } from '../../../shared/domain/consolidation/consolidationPreview.ts';
import { isReturnReplica } from '../../../shared/domain/returnWorkbook/returnReplica.ts';
import { Button } from '../../components/Button.tsx';
import { copyWords } from '../../words/copyWords.ts';
import { countWords, numberWords } from '../../words/countWords.ts';
import { instantWords } from '../../words/dateWords.ts';
import { sourceName } from './sourceName.ts';

const columns: readonly { readonly name: keyof DifferenceCounts; readonly label: string }[] = [
  { name: 'added', label: 'Added' },
  { name: 'changed', label: 'Changed' },
  { name: 'same', label: 'The same' },
  { name: 'conflicts', label: 'To settle' },
  { name: 'deleted', label: 'Deleted' },
  { name: 'newer', label: 'Newer version' },
];

/** More would push what they change off the screen. */
const SHOWN = 10;

/** A row for each file that could be read: who sent it, and what taking it in would do; and all of them together. */
export function SourcesTable(props: {
  readonly sources: readonly PacketSource[];
  readonly total: DifferenceCounts;
}) {
  const { sources, total } = props;
  const [areAllShown, setAreAllShown] = useState(false);
  const shown = areAllShown ? sources : sources.slice(0, SHOWN);
  const ignored = sources.reduce((sum, source) => sum + source.notTaken, 0);
  return (
    <div className="desk-sources-block">
      <div className="table-scroll" tabIndex={0} role="region" aria-label="What each file would do, table">
        <table className="table desk-sources">
          <thead>
            <tr>
              <th scope="col">From</th>
              {columns.map(({ name, label }) => (
                <th key={name} scope="col" className="number">
                  {label}
                </th>
              ))}
              <th scope="col" className="number">
                Not taken
              </th>
            </tr>
          </thead>
          <tbody>
            {sources.length > 1 && (
              <tr className="desk-total">
                <th scope="row">All {countWords(sources.length, 'file')} together</th>
                <Counts counts={total} ignored={ignored} />
              </tr>
            )}
            {shown.map((source) => (
              <tr key={source.path}>
                <th scope="row" className="desk-source">
                  <span className="desk-source-name">{sourceName(source)}</span>
                  <SourceFacts source={source} />
                </th>
                {source.state === 'known' ? (
                  <>
                    <td colSpan={columns.length}>{source.sentence ?? 'Everything in it is here already.'}</td>
                    <Count count={source.notTaken} />
                  </>
                ) : (
                  <Counts counts={source.counts} ignored={source.notTaken} />
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < sources.length && (
        <Button onClick={() => setAreAllShown(true)}>Show all {countWords(sources.length, 'file')}</Button>
      )}
      <p className="quiet desk-hint">
        “Changed” is where one person alone wrote, “to settle” where people differ.
        {sources.length > 1 && ' Each file is counted by itself: two may differ only once they are together.'}
      </p>
    </div>
  );
}

function SourceFacts({ source: { from, name } }: { readonly source: PacketSource }) {
  if (from === null) return null;
  const { at, replica } = from.stamp;
  const when = instantWords(at);
  return (
    <span className="desk-source-facts">
      {isReturnReplica(replica)
        ? `A filled-in Excel workbook, sent out ${when}${from.encrypted ? ', with a password' : ''}`
        : `Made ${when} from ${copyWords(replica)}${from.encrypted ? ', with a passphrase' : ''}`}
      <br />
      {name}
    </span>
  );
}

function Counts(props: { readonly counts: DifferenceCounts; readonly ignored: number }) {
  return (
    <>
      {columns.map(({ name }) => (
        <Count key={name} count={props.counts[name]} />
      ))}
      <Count count={props.ignored} />
    </>
  );
}

function Count({ count }: { readonly count: number }) {
  return <td className={count === 0 ? 'number quiet' : 'number'}>{numberWords(count)}</td>;
}
