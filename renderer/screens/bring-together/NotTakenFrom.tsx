import { useRef, useState } from 'react';
import type { PacketSource } from '../../../shared/api/views/consolidationView.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Loading } from '../../components/Loading.tsx';
import { useView } from '../../state/useView.ts';
import { countWords, numberWords } from '../../words/countWords.ts';
import { sourceName } from './sourceName.ts';

/** Lines of a page: more would take long to draw, and nobody reads them in one go. */
const A_PAGE = 100;

type Lines = PacketSource['ignored'];

/** The list of one file, a page at a time and drawn only while it is open: there may be ten thousand lines. */
export function NotTakenFrom(props: {
  readonly source: PacketSource;
  /** Which of the preview's files it is. */
  readonly place: number;
  readonly job: string;
}) {
  const { source, place, job } = props;
  const { notTaken } = source;
  const [isOpen, setIsOpen] = useState(false);
  const [offset, setOffset] = useState(0);
  const region = useRef<HTMLDivElement>(null);
  const turnTo = (to: number): void => {
    setOffset(to);
    // To where the next lines begin: the focus brings it into sight.
    region.current?.focus();
  };
  const last = Math.min(offset + A_PAGE, notTaken);
  return (
    <details className="disclosure" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="disclosure__summary">
        {`${sourceName(source)}: ${countWords(notTaken, 'line')}`}
      </summary>
      {isOpen && (
        <>
          <div
            ref={region}
            className="table-scroll"
            tabIndex={0}
            role="region"
            aria-label={`Not taken from ${source.name}`}
          >
            {offset === 0 ? (
              <NotTakenLines caption={source.name} lines={source.ignored.slice(0, A_PAGE)} />
            ) : (
              <FurtherLines caption={source.name} job={job} source={place} offset={offset} />
            )}
          </div>
          {notTaken > A_PAGE && (
            <div className="button-row">
              <p className="quiet" role="status">
                {`Lines ${numberWords(offset + 1)} to ${numberWords(last)} of ${numberWords(notTaken)}.`}
              </p>
              <Button look="quiet" disabled={offset === 0} onClick={() => turnTo(offset - A_PAGE)}>
                Those before
              </Button>
              <Button look="quiet" disabled={last === notTaken} onClick={() => turnTo(offset + A_PAGE)}>
                Those after
              </Button>
            </div>
          )}
        </>
      )}
    </details>
  );
}

/** A page that did not come with the preview. */
function FurtherLines(props: {
  readonly caption: string;
  readonly job: string;
  readonly source: number;
  readonly offset: number;
}) {
  const { caption, ...page } = props;
  const { value, failure, reload } = useView('list-not-taken', { ...page, limit: A_PAGE });
  return (
    <>
      <FailureNotice failure={failure} title="These lines could not be read" onRetry={reload} />
      {value === undefined && failure === undefined && <Loading what="these lines" />}
      {value !== undefined && <NotTakenLines caption={caption} lines={value.lines} />}
    </>
  );
}

function NotTakenLines({ caption, lines }: { readonly caption: string; readonly lines: Lines }) {
  return (
    <table className="table desk-not-taken">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Where, and what stands there</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ what, why }, index) => (
          // The lines of one check never change places, and two may read the same.
          <tr key={index}>
            <td>{what}</td>
            <td>{why}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
