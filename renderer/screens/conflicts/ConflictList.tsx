import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import type { ConflictView } from '../../../shared/api/views/consolidationView.ts';
import { fieldKey } from '../../state/fieldKey.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { routes } from '../../state/routes.ts';
import { isWritten } from '../../state/settlementDrafts.ts';
import { useCatalogue } from '../../state/useCatalogue.ts';
import { countWords, numberWords } from '../../words/countWords.ts';
import { conflictGroups, groupOf, titleInGroup, type ConflictGroup } from './conflictGroups.ts';

/** How many are drawn on either side of the current one: thousands would be felt at every step to the next. */
const MOST_AROUND = 100;

/** All conflicts by quality indicator and partner. Only the group that one works in is open, so that hundreds stay in view. */
export function ConflictList(props: {
  readonly conflicts: readonly ConflictView[];
  readonly current: ConflictView | undefined;
  /** Says that the card to come takes the focus; the link itself changes the address. */
  readonly onChoose: (conflict: ConflictView) => void;
}) {
  const { conflicts, current } = props;
  const currentKey = current === undefined ? null : fieldKey(current);
  return (
    <nav className="conflict-list" aria-label="To settle, by quality indicator and partner">
      {conflictGroups(conflicts).map((group) => (
        <Group
          key={group.title}
          group={group}
          isCurrent={current !== undefined && groupOf(current) === group.title}
          currentKey={currentKey}
          onChoose={props.onChoose}
        />
      ))}
    </nav>
  );
}

function Group(props: {
  readonly group: ConflictGroup;
  readonly isCurrent: boolean;
  readonly currentKey: string | null;
  readonly onChoose: (conflict: ConflictView) => void;
}) {
  const { group, isCurrent } = props;
  const [isOpen, setIsOpen] = useState(isCurrent);
  useEffect(() => setIsOpen(isCurrent), [isCurrent]);
  return (
    <details
      className="conflict-group"
      open={isOpen}
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary className="conflict-group__title">
        <span>{group.title}</span>
        <span className="conflict-group__count" aria-hidden="true">
          {numberWords(group.count)}
        </span>
        <span className="visually-hidden">, {countWords(group.count, 'field')}</span>
      </summary>
      {isOpen &&
        group.voices.map(({ name, conflicts }) => (
          <div key={name ?? ''} className="conflict-voice">
            {name !== null && (
              <p className="conflict-voice__name">
                {name} <span className="quiet">{numberWords(conflicts.length)}</span>
              </p>
            )}
            <Items conflicts={conflicts} currentKey={props.currentKey} onChoose={props.onChoose} />
          </div>
        ))}
    </details>
  );
}

/** The conflicts of one voice, or those around the current one where there are very many. */
function Items(props: {
  readonly conflicts: readonly ConflictView[];
  readonly currentKey: string | null;
  readonly onChoose: (conflict: ConflictView) => void;
}) {
  const { conflicts, currentKey } = props;
  const place = Math.max(
    0,
    conflicts.findIndex((conflict) => fieldKey(conflict) === currentKey),
  );
  const start = Math.max(0, place - MOST_AROUND);
  const shown = conflicts.slice(start, place + MOST_AROUND + 1);
  const rest = conflicts.length - start - shown.length;
  return (
    <ul>
      {start > 0 && <li className="quiet">{`${numberWords(start)} before these`}</li>}
      {shown.map((conflict) => (
        <Item
          key={fieldKey(conflict)}
          conflict={conflict}
          isHere={fieldKey(conflict) === currentKey}
          onChoose={props.onChoose}
        />
      ))}
      {rest > 0 && <li className="quiet">{`${numberWords(rest)} after these`}</li>}
    </ul>
  );
}

function Item(props: {
  readonly conflict: ConflictView;
  readonly isHere: boolean;
  readonly onChoose: (conflict: ConflictView) => void;
}) {
  const { conflict, isHere } = props;
  const catalogue = useCatalogue();
  const { settlements } = useRendererState();
  const isBegun = useStore(settlements.store, ({ entries }) => {
    const draft = entries[fieldKey(conflict)]?.draft ?? null;
    return draft !== null && isWritten(draft);
  });
  return (
    <li>
      <Link
        href={routes.conflictAt(conflict)}
        replace
        className={isHere ? 'conflict-item is-here' : 'conflict-item'}
        aria-current={isHere ? 'true' : undefined}
        onClick={() => props.onChoose(conflict)}
      >
        {titleInGroup(conflict, catalogue)}
      </Link>
      {isBegun && <span className="conflict-item__begun">begun</span>}
    </li>
  );
}
