import { useState } from 'react';
import type { HandOverPart } from '../../../shared/api/views/consolidationView.ts';
import { RadioGroup } from '../../components/RadioGroup.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { useCatalogue } from '../../state/useCatalogue.ts';
import { useView } from '../../state/useView.ts';
import { instantWords } from '../../words/dateWords.ts';
import { lastPacketOf, type LastPacket } from './lastPacketOf.ts';

const everything = {
  value: 'everything',
  label: 'Everything',
  hint: 'Right for the first packet, and never wrong: what is known already is passed over',
} as const;
const ofPartner = {
  value: 'partner',
  label: 'One partner’s part',
  hint: 'Its answers and grades, its evidence, and what was written in its voice',
} as const;

/** What is new is so for one person alone, and says for whom as soon as it is known. */
function whatIsNew(last: LastPacket | undefined) {
  if (last === undefined) {
    return {
      value: 'since',
      label: 'What is new since the last packet that was taken in here',
      hint: 'Smaller. For whoever sent that packet, and has everything that was in it',
    } as const;
  }
  const { from, takenAt } = last;
  return {
    value: 'since',
    label: `What is new since the packet from ${from}`,
    hint: `Smaller. For ${from} alone, who has everything that was in the packet taken in on ${instantWords(takenAt)}; to anybody else hand over everything`,
  } as const;
}

/** Which changes go in. Null while a partner has still to be chosen. */
export function HandOverPartFields(props: {
  readonly part: HandOverPart | null;
  readonly onPart: (part: HandOverPart | null) => void;
}) {
  const { partners } = useCatalogue();
  const consolidations = useView('list-consolidations', {}).value?.consolidations ?? [];
  const kinds = [everything, whatIsNew(lastPacketOf(consolidations)), ofPartner];
  const [partner, setPartner] = useState('');
  const kind = props.part?.kind ?? 'partner';
  const choose = (chosen: string, of: string): void => {
    if (chosen === 'partner') props.onPart(of === '' ? null : { kind: 'partner', partner: of });
    else props.onPart({ kind: chosen === 'since' ? 'since' : 'everything' });
  };
  return (
    <>
      <RadioGroup
        legend="Part of the workbook"
        value={kind}
        onValue={(chosen) => choose(chosen, partner)}
        options={kinds}
      />
      {kind === 'partner' && (
        <SelectField
          label="Partner"
          className="job-choice"
          emptyLabel="Choose a partner"
          value={partner}
          options={partners.map(({ id, title }) => ({ value: id, label: title }))}
          onValue={(chosen) => {
            setPartner(chosen);
            choose('partner', chosen);
          }}
        />
      )}
    </>
  );
}
