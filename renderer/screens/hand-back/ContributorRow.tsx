import { useState } from 'react';
import type { ContributorView } from '../../../shared/api/views/consolidationView.ts';
import { Checkbox } from '../../components/Checkbox.tsx';
import { countWords } from '../../words/countWords.ts';
import { instantWords } from '../../words/dateWords.ts';
import { contributorName } from './contributor.ts';
import { isReturnReplica } from '../../../shared/domain/returnWorkbook/returnReplica.ts';
import { HandBackNote } from './HandBackNote.tsx';
import { copyWords } from '../../words/copyWords.ts';

/** One contributor: what was taken in and when, and what the note would say. */
export function ContributorRow(props: {
  readonly contributor: ContributorView;
  readonly isTicked: boolean;
  readonly onTicked: (isTicked: boolean) => void;
}) {
  const { contributor } = props;
  const [isOpen, setIsOpen] = useState(false);
  const name = contributorName(contributor);
  return (
    <li className="contributor">
      <Checkbox
        label={
          <>
            <strong>{name}</strong>, {contributor.voiceName}{' '}
            <span className="quiet">({copyWords(contributor.replica)})</span>
          </>
        }
        isChecked={props.isTicked}
        onChecked={props.onTicked}
      />
      <div className="contributor__facts">
        <p className="quiet">
          {`${countWords(contributor.packets, 'contribution')}, last taken in ${instantWords(contributor.takenAt)}. `}
          {contributor.handedBackAt === null
            ? 'Not handed back yet.'
            : `Handed back ${instantWords(contributor.handedBackAt)}.`}
          {isReturnReplica(contributor.replica) && ' Gets a note without a packet.'}
        </p>
        <details
          className="disclosure"
          open={isOpen}
          onToggle={(event) => setIsOpen(event.currentTarget.open)}
        >
          <summary className="disclosure__summary">
            What the note says
            <span className="visually-hidden">{` to ${name}, ${contributor.voiceName}`}</span>
          </summary>
          {isOpen && (
            <div className="disclosure__text">
              <HandBackNote replica={contributor.replica} author={contributor.author} />
            </div>
          )}
        </details>
      </div>
    </li>
  );
}
