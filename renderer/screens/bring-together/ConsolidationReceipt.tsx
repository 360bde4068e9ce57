import { Link } from 'wouter';
import type { JobView } from '../../../shared/api/views/workbookView.ts';
import { Button } from '../../components/Button.tsx';
import { routes } from '../../state/routes.ts';
import { useView } from '../../state/useView.ts';
import { useWorkbook } from '../../state/useWorkbook.ts';
import { countWords } from '../../words/countWords.ts';
import { instantWords } from '../../words/dateWords.ts';
import { CountsReceipt } from './CountsReceipt.tsx';

type Receipt = NonNullable<JobView['receipt']>;

function countOf({ counts }: Receipt, named: string): number | undefined {
  return counts.find(({ name }) => name === named)?.count;
}

/** What has been taken in, the backup that was made before, and the ways on. */
export function ConsolidationReceipt(props: { readonly receipt: Receipt; readonly onPutAway: () => void }) {
  const { receipt } = props;
  const { conflicts } = useWorkbook().counts;
  const backups = useView('list-backups', {}).value?.backups;
  const [newest] = useView('list-consolidations', {}).value?.consolidations ?? [];
  // By its name, which no clock that was put right has a say in. Files alone are no consolidation to be listed.
  const isListed = newest?.added === countOf(receipt, 'Changes taken in');
  const backup = isListed ? backups?.find(({ name }) => name === newest?.backup) : undefined;
  return (
    <div className="stack">
      <CountsReceipt title="The contributions are taken in" receipt={receipt}>
        <p>
          {backup === undefined
            ? 'What stood before is in a checked backup. '
            : `What stood before is in the checked backup of ${instantWords(backup.madeAt)} (${backup.reason.toLowerCase()}). `}
          <Link href={routes.settings()}>Backups are in the settings</Link>
        </p>
      </CountsReceipt>
      <h3>What comes next</h3>
      <ul className="plain-list desk-next">
        <li>
          {conflicts === 0 ? (
            'Nothing is left to settle.'
          ) : (
            <Link href={routes.conflicts()}>Settle {countWords(conflicts, 'field')}</Link>
          )}
        </li>
        <li>
          <Link href={routes.alike()}>Look at evidence that looks alike</Link>
        </li>
        <li>
          <Link href={routes.handBack()}>Hand back to everybody what became of their contribution</Link>
        </li>
      </ul>
      <div className="button-row">
        <Button onClick={props.onPutAway}>Bring in more files</Button>
      </div>
    </div>
  );
}
