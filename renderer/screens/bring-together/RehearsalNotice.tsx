import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Notice } from '../../components/Notice.tsx';
import { useWorkbook } from '../../state/useWorkbook.ts';
import { RehearseAfreshDialog } from '../start/RehearseAfreshDialog.tsx';
import { sweepDesk } from './deskState.ts';

/** What a rehearsal is, in three steps, and the way back to its beginning. */
export function RehearsalNotice() {
  const { id } = useWorkbook();
  const [isAfreshAsked, setIsAfreshAsked] = useState(false);
  return (
    <Notice kind="info" title="This is a rehearsal" isStill>
      <p>
        It holds the example, and what begins with “Exercise” was made up for it. Nothing of it reaches your
        own workbooks. Practise as often as you like:
      </p>
      <ol>
        <li>
          Lay out the four files: three packets and an Excel workbook, from four people. Look at what they
          would change, and take them in.
        </li>
        <li>Settle the fields in which they differ, and join evidence that two of them recorded.</li>
        <li>Hand back to each of them what became of their contribution.</li>
      </ol>
      <Button look="quiet" onClick={() => setIsAfreshAsked(true)}>
        Go back to the beginning of the rehearsal
      </Button>
      {isAfreshAsked && (
        <RehearseAfreshDialog
          onClose={() => setIsAfreshAsked(false)}
          onAfresh={() => {
            sweepDesk(id);
            setIsAfreshAsked(false);
          }}
        />
      )}
    </Notice>
  );
}
