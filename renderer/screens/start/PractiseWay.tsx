import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { MakingRehearsal } from './MakingRehearsal.tsx';
import { RehearseAfreshDialog } from './RehearseAfreshDialog.tsx';
import { useRehearsal } from './useRehearsal.ts';

/** The quieter way in: a workbook to practise bringing contributions together with. */
export function PractiseWay(props: {
  readonly isBusy: boolean;
  /** Whether there is one already, which can be started afresh. */
  readonly isThere: boolean;
  /** To be told while it is made and opened: nothing else is opened meanwhile. */
  readonly onOpen: (opening: () => Promise<boolean>) => Promise<void>;
  readonly onOpened: () => void;
}) {
  const rehearsal = useRehearsal();
  const [isAfreshAsked, setIsAfreshAsked] = useState(false);
  return (
    <section className="start__practise" aria-labelledby="way-practise">
      <h2 id="way-practise">Practise bringing contributions together</h2>
      <p>
        A rehearsal on a copy of the example: three packets and a filled-in Excel workbook in which people
        differ here and there. They are made up, and kept apart from your own workbooks.
      </p>
      <div className="button-row">
        <Button disabled={props.isBusy} onClick={() => void props.onOpen(() => rehearsal.open(false))}>
          Open the rehearsal
        </Button>
        {props.isThere && (
          <Button look="quiet" disabled={props.isBusy} onClick={() => setIsAfreshAsked(true)}>
            Start it afresh
          </Button>
        )}
      </div>
      <MakingRehearsal rehearsal={rehearsal} />
      {isAfreshAsked && (
        <RehearseAfreshDialog onClose={() => setIsAfreshAsked(false)} onAfresh={props.onOpened} />
      )}
    </section>
  );
}
