import type { ContributorView } from '../../../shared/api/views/consolidationView.ts';
import { Button } from '../../components/Button.tsx';
import { numberWords } from '../../words/countWords.ts';
import { contributorKey } from './contributor.ts';
import { ContributorRow } from './ContributorRow.tsx';
import './hand-back.css';

/** Everybody who has contributed, each with a box, and how many are ticked. */
export function ContributorList(props: {
  readonly contributors: readonly ContributorView[];
  readonly leftOut: ReadonlySet<string>;
  readonly onLeftOut: (leftOut: ReadonlySet<string>) => void;
}) {
  const { contributors, leftOut, onLeftOut } = props;
  const keys = contributors.map(contributorKey);
  const ticked = keys.filter((key) => !leftOut.has(key)).length;
  const tick = (key: string, isTicked: boolean): void => {
    const rest = new Set(leftOut);
    if (isTicked) rest.delete(key);
    else rest.add(key);
    onLeftOut(rest);
  };
  return (
    <section aria-labelledby="hand-back-who" className="stack">
      <h2 id="hand-back-who" className="section-heading">
        Who gets them
      </h2>
      <div className="button-row">
        <p role="status">{`${numberWords(ticked)} of ${numberWords(keys.length)} ticked`}</p>
        {keys.length > 1 && (
          <>
            <Button look="quiet" onClick={() => onLeftOut(new Set())}>
              Tick all
            </Button>
            <Button look="quiet" onClick={() => onLeftOut(new Set(keys))}>
              Tick none
            </Button>
          </>
        )}
      </div>
      <ul className="contributors">
        {contributors.map((contributor) => {
          const key = contributorKey(contributor);
          return (
            <ContributorRow
              key={key}
              contributor={contributor}
              isTicked={!leftOut.has(key)}
              onTicked={(isTicked) => tick(key, isTicked)}
            />
          );
        })}
      </ul>
    </section>
  );
}
