import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { RehearseAfreshDialog } from './RehearseAfreshDialog.tsx';

/** The quieter way in: a workbook to practise bringing contributions together with. */
export function PractiseWay(props: {
  readonly isBusy: boolean;
  readonly isMaking: boolean;
  readonly onOpen: (afresh: boolean) => Promise<void>;
}) {
  const [isAfreshAsked, setIsAfreshAsked] = useState(false);
  return (
    <section className="start__practise" aria-labelledby="way-practise">
      <h2 id="way-practise">Practise bringing contributions together</h2>
      <p>
        A rehearsal on a copy of the example: three packets and a filled-in Excel workbook in which people
        differ here and there. They are made up, and kept apart from your own workbooks.
      </p>
      <div className="button-row">
        <Button disabled={props.isBusy} onClick={() => void props.onOpen(false)}>
          Open the rehearsal
        </Button>
        <Button look="quiet" disabled={props.isBusy} onClick={() => setIsAfreshAsked(true)}>
          Start it afresh
        </Button>
        <p role="status" className="quiet">
          {props.isMaking && 'Getting the rehearsal ready. The first time takes a few seconds.'}
        </p>
      </div>
      {isAfreshAsked && (
        <RehearseAfreshDialog
          onClose={() => setIsAfreshAsked(false)}
          onAfresh={() => {
            setIsAfreshAsked(false);
            return props.onOpen(true);
          }}
        />
      )}
    </section>
  );
}
