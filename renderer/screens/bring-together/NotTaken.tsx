import type { PacketSource } from '../../../shared/api/views/consolidationView.ts';
import { numberWords } from '../../words/countWords.ts';
import { NotTakenFrom } from './NotTakenFrom.tsx';
import { NotTakenSheet } from './NotTakenSheet.tsx';

/** What would be left aside, and what is taken with a remark: by file, with the reason. Draws nothing when there is none. */
export function NotTaken(props: { readonly sources: readonly PacketSource[]; readonly job: string }) {
  const { sources, job } = props;
  const count = sources.reduce((sum, { notTaken }) => sum + notTaken, 0);
  if (count === 0) return null;
  return (
    <section aria-labelledby="desk-not-taken" className="stack">
      <h3 id="desk-not-taken">Not taken, or taken with a remark: {numberWords(count)}</h3>
      <div>
        {sources.map(
          (source, place) =>
            source.notTaken > 0 && <NotTakenFrom key={source.path} source={source} place={place} job={job} />,
        )}
      </div>
      <NotTakenSheet from={{ kind: 'preview', job }} />
    </section>
  );
}
