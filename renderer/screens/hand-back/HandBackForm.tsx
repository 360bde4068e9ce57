import { useState } from 'react';
import { Link } from 'wouter';
import type { ContributorView } from '../../../shared/api/views/consolidationView.ts';
import { Notice } from '../../components/Notice.tsx';
import type { Job } from '../../components/jobs/useJob.ts';
import { routes } from '../../state/routes.ts';
import { useWorkbook } from '../../state/useWorkbook.ts';
import { countWords } from '../../words/countWords.ts';
import { ContributorList } from './ContributorList.tsx';
import { contributorKey } from './contributor.ts';
import { HandBackFiles } from './HandBackFiles.tsx';

/** Who gets a packet and a note, with what, and where to. */
export function HandBackForm(props: {
  readonly contributors: readonly ContributorView[];
  readonly job: Job;
}) {
  const { contributors, job } = props;
  const { conflicts } = useWorkbook().counts;
  // Everybody is ticked at first, also somebody whose contribution comes in later.
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const chosen = contributors.filter((one) => !leftOut.has(contributorKey(one)));
  return (
    <>
      {conflicts > 0 && (
        <Notice kind="info" title={`${countWords(conflicts, 'field is', 'fields are')} not settled`} isStill>
          <p>
            The notes list them as open. It is better to{' '}
            <Link href={routes.conflicts()}>settle them first</Link>, and you can hand back again at any time.
          </p>
        </Notice>
      )}
      <ContributorList contributors={contributors} leftOut={leftOut} onLeftOut={setLeftOut} />
      <HandBackFiles chosen={chosen} job={job} />
    </>
  );
}
