import { useMemo } from 'react';
import { linkChoices, linkKindHeading } from '../../components/evidence/linkChoices.ts';
import { FieldFrame } from '../../components/FieldFrame.tsx';
import { useCatalogue } from '../../state/useCatalogue.ts';
import { targetText } from './evidenceAddress.ts';

const kinds = ['outcome', 'quality-indicator', 'indicator', 'pathway-point'] as const;

/** A choice of what the evidence is linked to, by kind. A target that is not among them is named as it was asked for. */
export function LinkedToFilter(props: { readonly value: string; readonly onValue: (value: string) => void }) {
  const catalogue = useCatalogue();
  const groups = useMemo(() => {
    const choices = linkChoices(catalogue);
    return kinds.map((kind) => ({
      heading: linkKindHeading(kind),
      options: choices
        .filter(({ target }) => target.kind === kind)
        .map(({ target, label }) => ({ value: targetText(target), label })),
    }));
  }, [catalogue]);
  const isListed = groups.some(({ options }) => options.some(({ value }) => value === props.value));
  return (
    <FieldFrame label="Linked to">
      {(ids) => (
        <div className="ds_select-wrapper">
          <select
            {...ids}
            className="ds_select"
            value={props.value}
            onChange={(event) => props.onValue(event.target.value)}
          >
            <option value="">Anything or nothing</option>
            {props.value !== '' && !isListed && (
              <option value={props.value}>What the line above names</option>
            )}
            {groups.map(({ heading, options }) => (
              <optgroup key={heading} label={heading}>
                {options.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
          <span className="ds_select-arrow" aria-hidden="true" />
        </div>
      )}
    </FieldFrame>
  );
}
