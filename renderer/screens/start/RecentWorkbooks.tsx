import type { StartView } from '../../../shared/api/views/workbookView.ts';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useAction } from '../../state/useAction.ts';
import { recentWords } from '../../words/dateWords.ts';

/** Workbooks opened on this computer, newest first as the host lists them. */
export function RecentWorkbooks(props: {
  readonly recent: StartView['recent'];
  readonly isBusy: boolean;
  readonly onOpen: (folder: string) => void;
  readonly onForgotten: () => void;
}) {
  const { client } = useRendererState();
  const forget = useAction(async (folder: string) => {
    await client.call('forget-workbook', { folder });
    props.onForgotten();
    // The row and its button go.
    document.getElementById('way-open')?.focus();
  });
  if (props.recent.length === 0) return null;
  return (
    <>
      <ul className="recent">
        {props.recent.map((one) => (
          <li key={one.folder} className="recent__one">
            {one.present ? (
              <Button look="quiet" disabled={props.isBusy} onClick={() => props.onOpen(one.folder)}>
                {one.partnership} · {one.round}
              </Button>
            ) : (
              <span>
                {one.partnership} · {one.round}
              </span>
            )}
            <span className="recent__facts">
              {one.present ? `Opened ${recentWords(one.openedAt, new Date())}` : `Not found in ${one.folder}`}
            </span>
            <Button
              look="quiet"
              className="recent__forget"
              disabled={forget.isBusy}
              onClick={() => void forget.run(one.folder)}
            >
              Take off this list
              <span className="visually-hidden">
                : {one.partnership} · {one.round}
              </span>
            </Button>
          </li>
        ))}
      </ul>
      <FailureNotice failure={forget.failure} title="It is still on the list" />
    </>
  );
}
