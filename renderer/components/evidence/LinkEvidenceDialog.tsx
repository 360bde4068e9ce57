import { useState } from 'react';
import type { LinkTarget } from '../../../shared/domain/entityIdentity.ts';
import { evidenceKindWord } from '../../../shared/domain/evidenceKind.ts';
import { useView } from '../../state/useView.ts';
import { countWords } from '../../words/countWords.ts';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { EmptyState } from '../EmptyState.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { Loading } from '../Loading.tsx';
import { TextField } from '../TextField.tsx';
import './evidence-dialogs.css';
import { whenInWords } from './evidenceDate.ts';
import { useLinking } from './useLinking.ts';
import { useSettledText } from './useSettledText.ts';
import { useTargetNames } from './useTargetNames.ts';

const MOST_ROWS = 50;

/** Finds evidence that is there and links it to the target, or takes the link away, one tick each; saved at once. */
export function LinkEvidenceDialog(props: { readonly target: LinkTarget; readonly onClose: () => void }) {
  const { target, onClose } = props;
  const [typed, setTyped] = useState('');
  const text = useSettledText(typed);
  const names = useTargetNames();
  const page = { sort: 'newest-change', descending: true, offset: 0, limit: MOST_ROWS } as const;
  const asked = text === '' ? {} : { text };
  const found = useView('list-evidence', { ...page, filter: asked }, { keepPrevious: true });
  // In the same order, so that what is linked among the rows found is among as many rows of this.
  const ticked = useView(
    'list-evidence',
    { ...page, filter: { ...asked, linkedTo: target } },
    { keepPrevious: true },
  );
  const linked = useView('list-evidence', { ...page, filter: { linkedTo: target }, limit: 1 });
  const linkedIds = new Set(ticked.value?.rows.map(({ id }) => id));
  const { setLinked, isLinked, failure } = useLinking();

  const rows = found.value?.rows ?? [];
  const more = (found.value?.total ?? 0) - rows.length;
  return (
    <Dialog
      title="Link evidence that is there"
      size="wide"
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <p className="quiet">{`Linked to “${names.target(target)}”: ${countWords(linked.value?.total ?? 0, 'piece', 'pieces')}. A tick links, taking it away unlinks.`}</p>
      <TextField
        label="Find evidence by its words"
        type="search"
        data-autofocus
        value={typed}
        onValue={setTyped}
      />
      <FailureNotice failure={failure} title="The link was not saved" />
      <FailureNotice failure={found.failure} title="The evidence could not be read" onRetry={found.reload} />
      {found.value === undefined && found.failure === undefined && <Loading what="the evidence" />}
      {found.value !== undefined && rows.length === 0 && (
        <EmptyState
          why={
            text === ''
              ? 'There is no evidence in this workbook yet, so there is nothing to link.'
              : `No evidence has “${text}” in it. Fewer words, or only the beginning of one, find more.`
          }
        />
      )}
      <ul className="plain-list link-list" aria-label="Evidence found">
        {rows.map((row) => (
          <li key={row.id} className="link-list-item">
            <label className="link-list-label">
              <input
                type="checkbox"
                checked={isLinked(row.id, target, linkedIds.has(row.id))}
                onChange={(event) => void setLinked(row.id, target, event.target.checked)}
              />
              <span>
                {row.title === '' ? 'Without a title' : row.title}
                <span className="link-list-detail">
                  {row.kind === null ? 'No kind' : evidenceKindWord(row.kind)} · {whenInWords(row)}
                  {row.partnerName === null ? '' : ` · ${row.partnerName}`}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      <p role="status" className="quiet">
        {more > 0
          ? `${countWords(more, 'more piece', 'more pieces')} found. Type more words to narrow it down.`
          : ''}
      </p>
    </Dialog>
  );
}
