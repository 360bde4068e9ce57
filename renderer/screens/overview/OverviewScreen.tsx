import { Link } from 'wouter';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Loading } from '../../components/Loading.tsx';
import { Notice } from '../../components/Notice.tsx';
import { ProgressBar } from '../../components/ProgressBar.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { routes } from '../../state/routes.ts';
import { useView } from '../../state/useView.ts';
import { useWorkbook } from '../../state/useWorkbook.ts';
import { countWords, numberWords } from '../../words/countWords.ts';
import { EvidenceGaps } from './EvidenceGaps.tsx';
import { HandedOver } from './HandedOver.tsx';
import { KeyQuestionProgress } from './KeyQuestionProgress.tsx';
import { OtherVoices } from './OtherVoices.tsx';
import { TextsToCheck } from './TextsToCheck.tsx';
import { Unfinished } from './Unfinished.tsx';
import { WorthALook } from './WorthALook.tsx';

/** How the self-evaluation stands: progress, grades, what is unfinished, and where evidence is wanting. */
export function OverviewScreen() {
  const view = useView('read-overview', {});
  const { check } = useWorkbook();
  const overview = view.value;
  return (
    <div className="screen overview">
      <ScreenHeading title="Overview" />
      {check === 'damaged' && (
        <Notice kind="error" title="Something in this workbook is damaged" isStill>
          <p>
            The check found content that does not agree with its fingerprint. Nothing was changed.{' '}
            <Link href={routes.settings()}>Look at the backups in the settings</Link>.
          </p>
        </Notice>
      )}
      <FailureNotice failure={view.failure} title="The overview could not be read" onRetry={view.reload} />
      {overview === undefined && view.failure === undefined && <Loading what="the overview" />}
      {overview !== undefined && (
        <>
          <p className="overview__sum">
            <span>
              <strong>
                {overview.answered} of {overview.questions}
              </strong>{' '}
              questions answered{' '}
              <ProgressBar label="Questions answered" part={overview.answered} whole={overview.questions} />
            </span>
            <span>
              <strong>
                {overview.graded} of {overview.qualityIndicators}
              </strong>{' '}
              quality indicators graded
            </span>
            <span>
              <strong>{numberWords(overview.evidence)}</strong> {overview.evidence === 1 ? 'piece' : 'pieces'}{' '}
              of evidence
            </span>
            {overview.conflicts > 0 && (
              <Link href={routes.conflicts()}>{countWords(overview.conflicts, 'field')} not settled</Link>
            )}
            <Link href={routes.walk()}>
              {overview.answered === 0 ? 'Begin the walk' : 'Go on with the walk'}
            </Link>
          </p>
          <HandedOver />
          <div className="overview__columns">
            <KeyQuestionProgress overview={overview} />
            <div className="overview__side">
              <Unfinished unfinished={overview.unfinished} />
              <EvidenceGaps gaps={overview.gaps} />
              <WorthALook worthALook={overview.worthALook} />
              <TextsToCheck />
              <OtherVoices voices={overview.voices} />
            </div>
          </div>
        </>
      )}
    </div>
  );
}
