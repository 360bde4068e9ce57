import { useRef, type ReactNode } from 'react';
import type { EntityView } from '../../shared/api/views/fieldView.ts';
import type { FieldValue } from '../../shared/domain/changeRecord.ts';
import { useField } from '../state/useField.ts';
import { ConflictValues } from './ConflictValues.tsx';
import { SelectField, type Option } from './SelectField.tsx';

/** A choice of an entity that saves itself as soon as it is made. "" stands for nothing chosen. */
export function SavedSelect(props: {
  readonly entity: EntityView;
  readonly field: string;
  readonly label: ReactNode;
  readonly name: string;
  readonly options: readonly Option[];
  readonly emptyLabel?: string;
  /** What is shown chosen while nothing has been: a status that follows from what is written. */
  readonly whenUnset?: string;
  readonly hint?: ReactNode;
  readonly isLabelHidden?: boolean;
  readonly className?: string;
}) {
  const field = useField(props.entity, props.field, props.name);
  const place = useRef<HTMLDivElement>(null);
  const wordsOf = (value: FieldValue): string =>
    props.options.find((option) => option.value === value)?.label ?? String(value ?? 'Nothing');
  const unset = field.conflict.length > 0 ? '' : (props.whenUnset ?? '');
  const take = (value: FieldValue) => {
    field.choose(value);
    place.current?.querySelector('select')?.focus();
  };
  return (
    <div ref={place}>
      {field.conflict.length > 0 && (
        <ConflictValues
          values={field.conflict}
          of={{ entity: props.entity.entity, entityId: props.entity.entityId, field: props.field }}
          words={wordsOf}
          onTake={take}
        />
      )}
      <SelectField
        label={props.label}
        hint={props.hint}
        value={typeof field.value === 'string' ? field.value : unset}
        options={props.options}
        error={field.failure === null ? undefined : `Not saved: ${field.failure.message}`}
        onValue={(value) => field.choose(value === '' ? null : value)}
        {...(props.emptyLabel === undefined && field.conflict.length === 0
          ? {}
          : { emptyLabel: props.emptyLabel ?? 'Not settled' })}
        {...(props.isLabelHidden === undefined ? {} : { isLabelHidden: props.isLabelHidden })}
        {...(props.className === undefined ? {} : { className: props.className })}
      />
    </div>
  );
}
