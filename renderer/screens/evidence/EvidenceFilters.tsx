import { useEffect, useRef, useState } from 'react';
import type { EvidenceFilter } from '../../../shared/api/views/evidenceView.ts';
import { evidenceKinds } from '../../../shared/domain/entityCatalogue.ts';
import { evidenceKindWord } from '../../../shared/domain/evidenceKind.ts';
import { LONGEST_SEARCHED } from '../../components/evidence/useSettledText.ts';
import { SelectField } from '../../components/SelectField.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useCatalogue } from '../../state/useCatalogue.ts';
import { targetOf, targetText } from './evidenceAddress.ts';
import { LinkedToFilter } from './LinkedToFilter.tsx';
import { type EvidenceSort, sortChoices } from './registerColumns.ts';

/** How long a person must have paused before the list follows their words. */
const PAUSE_MS = 120;

/** What the register shows: words, kind, partner, what it is linked to, and what is missing. */
export function EvidenceFilters(props: {
  readonly filter: EvidenceFilter;
  readonly onFilter: (filter: EvidenceFilter) => void;
  readonly sort: EvidenceSort;
  readonly descending: boolean;
  readonly onSort: (sort: EvidenceSort, descending: boolean) => void;
}) {
  const { filter, onFilter, sort, descending } = props;
  const { partners } = useCatalogue();
  const [words, setWords] = useWords(filter, onFilter);
  const { kinds: _kinds, ...withoutKinds } = filter;
  const { partner: _partner, ...withoutPartner } = filter;
  const { unlinked: _unlinked, undated: _undated, deleted: _deleted, ...withoutLack } = filter;
  const { linkedTo: _linked, andLinkedTo: _and, ...withoutLinks } = filter;
  const lack = lacks.find((name) => filter[name] === true) ?? '';

  return (
    <div role="search" aria-label="Filter the evidence" className="evidence-filters">
      <TextField
        label="Words"
        type="search"
        className="evidence-filter-words"
        maxLength={LONGEST_SEARCHED}
        value={words}
        onValue={setWords}
      />
      <SelectField
        label="Kind"
        emptyLabel="Every kind"
        value={filter.kinds?.[0] ?? ''}
        options={evidenceKinds.map((kind) => ({ value: kind, label: evidenceKindWord(kind) }))}
        onValue={(value) => {
          const kind = evidenceKinds.find((candidate) => candidate === value);
          onFilter(kind === undefined ? withoutKinds : { ...filter, kinds: [kind] });
        }}
      />
      <SelectField
        label="Partner"
        emptyLabel="Every partner"
        value={filter.partner ?? ''}
        options={partners.map(({ id, title }) => ({ value: id, label: title }))}
        onValue={(partner) => onFilter(partner === '' ? withoutPartner : { ...filter, partner })}
      />
      <LinkedToFilter
        value={filter.linkedTo === undefined ? '' : targetText(filter.linkedTo)}
        onValue={(value) => {
          const linkedTo = targetOf(value);
          onFilter(linkedTo === undefined ? withoutLinks : { ...withoutLinks, linkedTo });
        }}
      />
      <SelectField
        label="Show"
        emptyLabel="All that is there"
        value={lack}
        options={[
          { value: 'unlinked', label: 'Linked to nothing' },
          { value: 'undated', label: 'Without a date' },
          { value: 'deleted', label: 'Deleted' },
        ]}
        onValue={(value) => {
          const name = lacks.find((candidate) => candidate === value);
          onFilter(name === undefined ? withoutLack : { ...withoutLack, [name]: true });
        }}
      />
      <SelectField
        label="Sorted by"
        className="evidence-filter-sort"
        value={`${sort} ${String(descending)}`}
        options={optionsOf(sort, descending)}
        onValue={(value) => {
          const choice = sortChoices.find((one) => value === `${one.sort} ${String(one.descending)}`);
          if (choice !== undefined) props.onSort(choice.sort, choice.descending);
        }}
      />
    </div>
  );
}

const lacks = ['unlinked', 'undated', 'deleted'] as const;

/** The sorts on offer; one that only a heading can ask for is named as well, so that the box is never empty. */
function optionsOf(sort: EvidenceSort, descending: boolean) {
  const value = `${sort} ${String(descending)}`;
  const options = sortChoices.map((one) => ({
    value: `${one.sort} ${String(one.descending)}`,
    label: one.words,
  }));
  return options.some((option) => option.value === value)
    ? options
    : [...options, { value, label: 'A column, the other way round' }];
}

/** The words as they are typed; the filter follows after a pause, and they follow a filter set from elsewhere. */
function useWords(filter: EvidenceFilter, onFilter: (filter: EvidenceFilter) => void) {
  const asked = filter.text ?? '';
  const [typed, setTyped] = useState(asked);
  const sent = useRef(asked);
  const latest = useRef({ filter, onFilter });
  latest.current = { filter, onFilter };

  useEffect(() => {
    if (asked !== sent.current) {
      sent.current = asked;
      setTyped(asked);
    }
  }, [asked]);
  useEffect(() => {
    if (typed === sent.current) return undefined;
    const timer = setTimeout(() => {
      sent.current = typed;
      const { text: _text, ...rest } = latest.current.filter;
      latest.current.onFilter(typed === '' ? rest : { ...rest, text: typed });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return [typed, setTyped] as const;
}
