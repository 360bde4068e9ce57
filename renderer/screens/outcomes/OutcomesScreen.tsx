import { Link } from 'wouter';
import type { OutcomesView } from '../../../shared/api/views/outcomeView.ts';
import type { OutcomeKind } from '../../../shared/domain/frameworkOutcomeRows.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Loading } from '../../components/Loading.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { routes } from '../../state/routes.ts';
import { useView } from '../../state/useView.ts';
import { countWords } from '../../words/countWords.ts';
import { OutcomesTable } from './OutcomesTable.tsx';
import './outcomes.css';

const groups: readonly { readonly kind: OutcomeKind; readonly title: string }[] = [
  { kind: 'structural', title: 'Structural: what partners deliver' },
  { kind: 'person-centric', title: 'Person-centric: changes for people' },
  { kind: 'local', title: 'Local outcomes of the plan' },
  { kind: 'national', title: 'National outcomes of 2023' },
];

/** Every outcome with how much evidence it has, of which kinds, how new, from how many partners, and how strong. */
export function OutcomesScreen() {
  const { value, failure, reload } = useView('read-outcomes', {});
  return (
    <div className="screen outcomes">
      <header className="outcomes-head">
        <ScreenHeading title="Outcomes" />
        <nav aria-label="Matrices" className="outcomes-matrices">
          <span className="quiet">Evidence as a matrix:</span>
          <Link href={routes.matrix('quality-indicator')}>by quality indicator</Link>
          <Link href={routes.matrix('partner')}>by partner</Link>
          <Link href={routes.matrix('pathway-point')}>by pathway point</Link>
        </nav>
      </header>
      <FailureNotice failure={failure} title="The outcomes could not be read" onRetry={reload} />
      {value === undefined && failure === undefined && <Loading what="the outcomes" />}
      {value !== undefined && <Groups view={value} />}
    </div>
  );
}

function Groups({ view }: { readonly view: OutcomesView }) {
  const without = view.outcomes.filter((outcome) => outcome.evidence === 0).length;
  return (
    <>
      <p>
        {without === 0
          ? 'Every outcome has evidence.'
          : `${countWords(without, 'outcome has', 'outcomes have')} no evidence yet.`}{' '}
        <span className="quiet">{view.rule}</span>
      </p>
      {groups.map(({ kind, title }) => {
        const outcomes = view.outcomes.filter((outcome) => outcome.kind === kind);
        return (
          <section key={kind} aria-labelledby={`outcomes-${kind}`}>
            <h2 id={`outcomes-${kind}`} className="outcomes-group">
              {title}
            </h2>
            {outcomes.length === 0 ? (
              <EmptyState why="This workbook’s frameworks have no outcomes of this kind." />
            ) : (
              <OutcomesTable title={title} outcomes={outcomes} />
            )}
          </section>
        );
      })}
    </>
  );
}
