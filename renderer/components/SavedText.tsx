import type { ReactNode } from 'react';
import type { EntityView } from '../../shared/api/views/fieldView.ts';
import type { FieldValue } from '../../shared/domain/changeRecord.ts';
import { useField } from '../state/useField.ts';
import { ConflictValues } from './ConflictValues.tsx';
import { FieldFrame } from './FieldFrame.tsx';
import { PersonalDataWarning } from './PersonalDataWarning.tsx';

/**
 * A text of an entity that saves itself, several lines or one.
 *
 * In conflict it shows every value with its author above an empty field for one's own.
 */
export function SavedText(props: {
  readonly entity: EntityView;
  readonly field: string;
  readonly label: ReactNode;
  /** The field with what it belongs to, for the copy of text that could not be saved. */
  readonly name: string;
  readonly hint?: ReactNode;
  readonly isLine?: boolean;
  readonly rows?: number;
  readonly aside?: ReactNode;
  readonly className?: string;
}) {
  const field = useField(props.entity, props.field, props.name);
  const text = textOf(field.value);
  const isInConflict = field.conflict.length > 0;
  const take = (value: FieldValue, fieldId: string) => {
    field.choose(value);
    document.getElementById(fieldId)?.focus();
  };
  return (
    <FieldFrame
      label={props.label}
      hint={props.hint}
      error={field.failure === null ? undefined : `Not saved: ${field.failure.message}`}
      aside={props.aside}
      className={`saved-text ${props.className ?? ''}`}
      onBlur={field.handleLeave}
    >
      {(ids) => {
        const handling = {
          ...ids,
          className: `ds_input ${field.failure === null ? '' : 'ds_input--error'}`,
          value: text,
          onFocus: field.handleFocus,
          onBlur: field.handleBlur,
        };
        return (
          <>
            {isInConflict && (
              <ConflictValues
                values={field.conflict}
                of={{ entity: props.entity.entity, entityId: props.entity.entityId, field: props.field }}
                onTake={(value) => take(value, ids.id)}
              />
            )}
            {props.isLine === true ? (
              <input
                type="text"
                autoComplete="off"
                {...handling}
                onChange={(event) => field.change(emptyAsNull(event.target.value))}
              />
            ) : (
              <textarea
                rows={props.rows ?? 4}
                {...handling}
                onChange={(event) => field.change(emptyAsNull(event.target.value))}
              />
            )}
            <PersonalDataWarning text={text} />
          </>
        );
      }}
    </FieldFrame>
  );
}

/** An emptied field is withdrawn, not set to an empty text: only then does it count as unanswered everywhere. */
function emptyAsNull(text: string): string | null {
  return text === '' ? null : text;
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
