import { useState } from 'react';
import type { PacketSource } from '../../../shared/api/views/consolidationView.ts';
import { countWords, numberWords } from '../../words/countWords.ts';
import { NotTakenSheet } from './NotTakenSheet.tsx';
import { sourceName } from './sourceName.ts';

/** More than anybody reads on a screen; the sheet has all of them. */
const LISTED = 100;

/** What would be left aside, and what is taken with a remark: by file, with the reason. Draws nothing when there is none. */
export function NotTaken(props: { readonly sources: readonly PacketSource[]; readonly job: string }) {
  const sources = props.sources.filter(({ ignored }) => ignored.length > 0);
  if (sources.length === 0) return null;
  const count = sources.reduce((sum, { ignored }) => sum + ignored.length, 0);
  return (
    <section aria-labelledby="desk-not-taken" className="stack">
      <h3 id="desk-not-taken">Not taken, or taken with a remark: {numberWords(count)}</h3>
      <div>
        {sources.map((source) => (
          <NotTakenFrom key={source.path} source={source} />
        ))}
      </div>
      <NotTakenSheet from={{ kind: 'preview', job: props.job }} />
    </section>
  );
}

/** The list of one file, drawn only while it is open: there may be thousands of lines. */
function NotTakenFrom({ source }: { readonly source: PacketSource }) {
  const [isOpen, setIsOpen] = useState(false);
  const { ignored } = source;
  const listed = ignored.slice(0, LISTED);
  const more = ignored.length - listed.length;
  return (
    <details className="disclosure" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="disclosure__summary">
        {`${sourceName(source)}: ${countWords(ignored.length, 'line')}`}
      </summary>
      {isOpen && (
        <div className="table-scroll" tabIndex={0} role="region" aria-label={`Not taken from ${source.name}`}>
          <table className="table desk-not-taken">
            <caption>{source.name}</caption>
            <thead>
              <tr>
                <th scope="col">Where, and what stands there</th>
                <th scope="col">Why</th>
              </tr>
            </thead>
            <tbody>
              {listed.map(({ what, why }, index) => (
                // The lines of one check never change places, and two may read the same.
                <tr key={index}>
                  <td>{what}</td>
                  <td>{why}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {more > 0 && (
            <p className="quiet">{`And ${numberWords(more)} more; the Excel sheet has all of them.`}</p>
          )}
        </div>
      )}
    </details>
  );
}
