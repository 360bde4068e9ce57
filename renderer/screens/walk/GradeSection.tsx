import { Link } from 'wouter';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { StrengthWords } from '../../components/StrengthWords.tsx';
import { routes } from '../../state/routes.ts';
import { useView } from '../../state/useView.ts';
import { GradeScale } from './GradeScale.tsx';
import { useEarlyGrade } from './useEarlyGrade.ts';
import type { OutlineQualityIndicator } from './walkStops.ts';

/** The grade of the quality indicator, beneath each of its questions: the line of six and what a grade means. */
export function GradeSection(props: { readonly qualityIndicator: OutlineQualityIndicator }) {
  const { qualityIndicator } = props;
  const view = useView('read-quality-indicator', { qualityIndicator: qualityIndicator.id });
  const takeEarly = useEarlyGrade(qualityIndicator.id, view.value !== undefined);
  return (
    <section className="grade" aria-label={`Grade of ${qualityIndicator.number}`}>
      <FailureNotice failure={view.failure} title="The grade could not be read" onRetry={view.reload} />
      {view.value !== undefined && (
        <GradeScale
          number={qualityIndicator.number}
          view={view.value}
          takeEarly={takeEarly}
          isBeneathQuestion
        >
          <span className="grade__evidence">
            Evidence: <StrengthWords level={view.value.strength.level} />
          </span>
          <Link href={routes.walkAt(qualityIndicator.id)}>Rationale and what next</Link>
        </GradeScale>
      )}
    </section>
  );
}
