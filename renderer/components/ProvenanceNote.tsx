import { needsChecking } from '../../shared/domain/frameworkRow.ts';
import type { FrameworkRow } from '../../shared/domain/frameworkSchema.ts';
import { Button } from './Button.tsx';

/** Whose words a framework text is in and how sure that is, with a way to correct it. */
export function ProvenanceNote(props: {
  readonly row: FrameworkRow;
  readonly onCorrect?: () => void;
  /** Which text, for screen readers, where there are several on a screen. */
  readonly what?: string;
}) {
  const { row } = props;
  return (
    <span className="provenance">
      <span className="provenance__words">{provenanceWords(row)}</span>
      {needsChecking(row) && <span className="tag tag--check">Check against your copy of the guide</span>}
      {props.onCorrect !== undefined && (
        <Button look="quiet" onClick={props.onCorrect}>
          Correct this text
          {props.what !== undefined && <span className="visually-hidden">: {props.what}</span>}
        </Button>
      )}
    </span>
  );
}

/** "Used nationally, verified"; "This workbook’s own question, not the guide’s"; "Reported by another document". */
function provenanceWords(row: FrameworkRow): string {
  if (row.corrected) return 'Corrected in this workbook';
  if (row.checked) return 'Checked against the guide in this workbook';
  if (row.wording === 'app')
    return row.rowKind === 'question'
      ? 'This workbook’s own question, not the guide’s'
      : 'This workbook’s own words';
  if (row.provenance === 'verified') {
    if (row.rowKind === 'question') return 'Used nationally, verified';
    return row.rowKind === 'qualityIndicator' ? 'Title verified' : 'Verified';
  }
  return row.provenance === 'secondary' ? 'Reported by another document' : 'Not verified';
}
