import type { EntityView } from '../../../shared/api/views/fieldView.ts';
import { statusWord, workStatuses, type WorkStatus } from '../../../shared/domain/gradeScale.ts';
import { SavedSelect } from '../../components/SavedSelect.tsx';
import { HistoryButton } from '../history/HistoryButton.tsx';

/** How far the work on an answer or a grade has come, and what became of it so far. */
export function WorkOn(props: {
  readonly entity: EntityView;
  /** "Work on this answer". */
  readonly label: string;
  /** Which one, where the label does not stand beside it: "6.2, question 3: work status". */
  readonly name: string;
  /** The status, which follows from what is written where nobody has set one. */
  readonly status: WorkStatus;
  /** "the answer to 6.2, question 3". */
  readonly what: string;
}) {
  const { entity, entityId } = props.entity;
  return (
    <div className="answer__work">
      <SavedSelect
        className="field--inline"
        entity={props.entity}
        field="status"
        label={props.label}
        name={props.name}
        whenUnset={props.status}
        options={workStatuses.map((status) => ({ value: status, label: statusWord(status) }))}
      />
      <HistoryButton of={{ entity, entityId }} what={props.what} />
    </div>
  );
}
