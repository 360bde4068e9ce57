import { useState } from 'react';
import { findRow, labelOf } from '../../../shared/domain/frameworkRow.ts';
import type { FrameworkRow } from '../../../shared/domain/frameworkSchema.ts';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { useCatalogue } from '../../state/useCatalogue.ts';
import { FieldHistory } from '../history/FieldHistory.tsx';
import { correctableTexts } from './correctableTexts.ts';
import './framework-row.css';
import { RowOrigin } from './RowOrigin.tsx';
import { useCorrection } from './useCorrection.ts';

/** One row of a framework: its words, where they come from, and correcting or filling them from one's own copy. */
export function FrameworkRowDialog(props: { readonly rowId: string; readonly onClose: () => void }) {
  const row = findRow(useCatalogue(), props.rowId);
  if (row === undefined) {
    return (
      <Dialog title="Text of the framework" onClose={props.onClose}>
        <p>This workbook’s frameworks have no such text.</p>
      </Dialog>
    );
  }
  return <RowDialog row={row} onClose={props.onClose} />;
}

function RowDialog({ row, onClose }: { readonly row: FrameworkRow; readonly onClose: () => void }) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [isChecked, setIsChecked] = useState(row.checked);
  const [isLeaving, setIsLeaving] = useState(false);
  const [isHistoryOpen, setIsHistoryOpen] = useState(false);
  const texts = correctableTexts(row);
  const { saving, discard, isChanged } = useCorrection(row, typed, isChecked, onClose);
  const close = (): void => {
    if (isChanged) setIsLeaving(true);
    else onClose();
  };
  return (
    <>
      <Dialog
        title={shortLabel(row)}
        size="wide"
        onClose={close}
        isClosable={!saving.isBusy}
        actions={
          <>
            <Button look="primary" disabled={saving.isBusy || !isChanged} onClick={() => void saving.run()}>
              Save the correction
            </Button>
            <Button disabled={saving.isBusy} onClick={close}>
              Leave it as it is
            </Button>
            <Button look="quiet" onClick={() => setIsHistoryOpen(true)}>
              History of this text
            </Button>
          </>
        }
      >
        {isLeaving && (
          <Notice kind="warning" title="Your correction is not saved yet">
            <Button
              onClick={(event) => {
                // The button goes with the notice.
                event.currentTarget.closest('dialog')?.querySelector('textarea')?.focus();
                setIsLeaving(false);
              }}
            >
              Go on correcting
            </Button>{' '}
            <Button look="danger" onClick={discard}>
              Discard the correction
            </Button>
          </Notice>
        )}
        <FailureNotice failure={saving.failure} title="The correction was not saved" />
        <RowOrigin row={row} />
        {texts.map(({ field, label, value }) => (
          <TextArea
            key={field}
            label={label}
            rows={Math.min(10, Math.max(2, Math.ceil(value.length / 90)))}
            value={typed[field] ?? value}
            onValue={(text) => setTyped((now) => ({ ...now, [field]: text }))}
          />
        ))}
        {row.wording === 'document' && (
          <Checkbox
            label="This agrees with our own copy of the document"
            isChecked={isChecked}
            onChecked={setIsChecked}
          />
        )}
        <p className="quiet">Corrections travel with the workbook. What stood before stays in the history.</p>
      </Dialog>
      {isHistoryOpen && (
        <FieldHistory
          of={{ entity: 'framework-row', entityId: row.id }}
          what={`“${shortLabel(row)}”`}
          onClose={() => setIsHistoryOpen(false)}
        />
      )}
    </>
  );
}

function shortLabel(row: FrameworkRow): string {
  const label = labelOf(row);
  return label.length <= 90 ? label : `${label.slice(0, 88)}…`;
}
