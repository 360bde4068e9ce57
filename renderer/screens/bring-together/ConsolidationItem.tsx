import { useEffect, useState } from 'react';
import type { ConsolidationEntry } from '../../../shared/api/views/consolidationView.ts';
import { Button } from '../../components/Button.tsx';
import { Disclosure } from '../../components/Disclosure.tsx';
import { useJob } from '../../components/jobs/useJob.ts';
import { countWords, numberWords } from '../../words/countWords.ts';
import { instantWords } from '../../words/dateWords.ts';
import { NotTakenSheet } from './NotTakenSheet.tsx';
import { personName } from './sourceName.ts';
import { UndoDialog } from './UndoDialog.tsx';

/** Contributors named in the line itself; the others open on demand. */
const NAMED = 4;

/** One consolidation: when, by whom, from whom, what it brought, and whether it was undone. */
export function ConsolidationItem({ consolidation }: { readonly consolidation: ConsolidationEntry }) {
  const { id, at, author, sources, added, attachments, undoneAt, setAside } = consolidation;
  const [undo, setUndo] = useState<'not asked' | 'asked' | 'started'>('not asked');
  const undoing = useJob('undo-consolidation');
  useEffect(() => {
    // Only now: the dialog has given the focus back to a button that goes with the undoing.
    if (undo === 'started') document.getElementById('so-far')?.focus();
  }, [undo]);
  const when = instantWords(at);
  const files = attachments === 0 ? '' : ` and ${countWords(attachments, 'file')}`;
  return (
    <li className="consolidation">
      <h3 className="consolidation-when">
        <time dateTime={at}>{when}</time>
        {`, by ${author === '' ? 'somebody without a name' : author}`}
        {undoneAt !== null && <span className="tag">Undone</span>}
      </h3>
      <Contributors sources={sources} />
      <p>
        {`${countWords(added, 'change')}${files} taken in. Fields to settle: ${numberWords(consolidation.conflictsBefore)} before, ${numberWords(consolidation.conflictsAfter)} after.`}
      </p>
      {undoneAt !== null && (
        <p>
          {`Undone ${instantWords(undoneAt)}. `}
          {setAside === 0
            ? 'Everything it had brought has come back since.'
            : `${countWords(setAside, 'change is', 'changes are')} set aside, and come back when the same files are taken in again.`}
        </p>
      )}
      <div className="button-row consolidation-ways">
        {consolidation.canUndo && (
          <Button disabled={undoing.isRunning} onClick={() => setUndo('asked')}>
            Undo this consolidation
          </Button>
        )}
        {consolidation.notTaken > 0 && <NotTakenSheet from={{ kind: 'consolidation', id }} about={when} />}
      </div>
      {undo === 'asked' && (
        <UndoDialog
          consolidation={consolidation}
          onStarted={() => setUndo('started')}
          onClose={() => setUndo('not asked')}
        />
      )}
    </li>
  );
}

function Contributors({ sources }: Pick<ConsolidationEntry, 'sources'>) {
  const names = [...new Set(sources.map(({ author, voiceName }) => personName(author, voiceName)))];
  const further = names.slice(NAMED);
  return (
    <>
      <p>From {names.slice(0, NAMED).join(' · ')}</p>
      {further.length > 0 && (
        <Disclosure summary={`And ${countWords(further.length, 'other')}`}>
          <ul>
            {further.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}
