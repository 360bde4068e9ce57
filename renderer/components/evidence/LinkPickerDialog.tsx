import { useMemo, useState } from 'react';
import type { LinkTarget } from '../../../shared/domain/entityIdentity.ts';
import { linkTargetKinds } from '../../../shared/domain/entityIdentity.ts';
import { useCatalogue } from '../../state/useCatalogue.ts';
import { useView } from '../../state/useView.ts';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { EmptyState } from '../EmptyState.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { TextField } from '../TextField.tsx';
import './evidence-dialogs.css';
import {
  isSameTarget,
  type LinkChoice,
  linkChoices,
  linkKindHeading,
  matchingChoices,
} from './linkChoices.ts';
import { useLinking } from './useLinking.ts';
import { useSettledText } from './useSettledText.ts';

const MOST_OWN = 50;

/** Everything one piece of evidence can be linked to, found by its words; a tick links at once. */
export function LinkPickerDialog(props: {
  readonly evidenceId: string;
  readonly linked: readonly LinkTarget[];
  readonly onClose: () => void;
}) {
  const { evidenceId, linked, onClose } = props;
  const catalogue = useCatalogue();
  const [typed, setTyped] = useState('');
  const text = useSettledText(typed);
  const { setLinked, isLinked, failure } = useLinking();
  const rows = useMemo(() => linkChoices(catalogue), [catalogue]);
  const own = useOwnChoices(text, rows);
  const found = [...matchingChoices(rows, text), ...own];

  return (
    <Dialog
      title="What does this evidence support?"
      size="wide"
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <TextField
        label="Find outcomes, quality indicators, questions, indicators, partners and actions"
        hint="Tick everything it supports. One piece of evidence can support many things."
        type="search"
        data-autofocus
        value={typed}
        onValue={setTyped}
      />
      <FailureNotice failure={failure} title="The link was not saved" />
      {found.length === 0 && (
        <EmptyState why={`Nothing is called “${text}”. Try fewer words, or a number such as 6.2.`} />
      )}
      {linkTargetKinds.map((kind) => {
        const choices = found.filter(({ target }) => target.kind === kind);
        if (choices.length === 0) return null;
        return (
          <fieldset key={kind} className="link-group">
            <legend>{linkKindHeading(kind)}</legend>
            {choices.map((choice) => {
              const isInWorkbook = linked.some((target) => isSameTarget(target, choice.target));
              return (
                <label key={choice.target.id} className="link-list-label">
                  <input
                    type="checkbox"
                    checked={isLinked(evidenceId, choice.target, isInWorkbook)}
                    onChange={(event) => void setLinked(evidenceId, choice.target, event.target.checked)}
                  />
                  <span>
                    {choice.label}
                    {choice.detail !== '' && <span className="link-list-detail">{choice.detail}</span>}
                  </span>
                </label>
              );
            })}
          </fieldset>
        );
      })}
    </Dialog>
  );
}

/** Improvement actions and the partnership's own indicators are no framework rows, so the search finds them. */
function useOwnChoices(text: string, rows: readonly LinkChoice[]): readonly LinkChoice[] {
  const { value } = useView(
    'search',
    { text, limit: MOST_OWN, among: ['action', 'indicator'] },
    { keepPrevious: true },
  );
  if (text === '' || value === undefined) return [];
  return value.hits
    .filter(({ entityId }) => !rows.some(({ target }) => target.id === entityId))
    .map(({ entity, entityId, label }) => ({
      target: { kind: entity === 'action' ? 'action' : 'indicator', id: entityId },
      label,
      detail: '',
    }));
}
