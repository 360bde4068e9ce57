import { Link } from 'wouter';
import type { OverviewView } from '../../../shared/api/views/walkView.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { StrengthWords } from '../../components/StrengthWords.tsx';
import { routes } from '../../state/routes.ts';
import { countWords } from '../../words/countWords.ts';

/** Outcomes whose evidence is thin or missing. */
export function EvidenceGaps(props: { readonly gaps: OverviewView['gaps'] }) {
  return (
    <section aria-labelledby="overview-gaps">
      <h2 id="overview-gaps" className="section-heading">
        Gaps in evidence
      </h2>
      {props.gaps.length === 0 && (
        <EmptyState why="Every outcome has evidence of several kinds, dated and from several partners." />
      )}
      <ul className="overview__list">
        {props.gaps.map((gap) => (
          <li key={gap.outcomeId}>
            <Link href={routes.outcome(gap.outcomeId)}>{gap.title}</Link>
            <span className="overview__why">
              {gap.evidence > 0 && `${countWords(gap.evidence, 'piece')} · `}
              <StrengthWords level={gap.strength.level} advice={gap.strength.advice} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
