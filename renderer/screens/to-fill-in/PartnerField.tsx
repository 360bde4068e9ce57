import { PARTNERSHIP_VOICE } from '../../../shared/domain/entityIdentity.ts';
import { SelectField } from '../../components/SelectField.tsx';
import { useCatalogue } from '../../state/useCatalogue.ts';

/** For whom the workbook is filled in. Nobody is chosen at first: a wrong voice would be found out late. */
export function PartnerField(props: {
  readonly partner: string;
  readonly onPartner: (partner: string) => void;
  readonly problem: string | undefined;
}) {
  const { partners } = useCatalogue();
  return (
    <SelectField
      label="For whom"
      hint="What is written in it speaks for this partner. A partner gets its own evidence and actions and nobody else’s."
      className="job-choice"
      emptyLabel="Choose a partner"
      error={props.problem}
      value={props.partner}
      options={[
        ...partners.map(({ id, title }) => ({ value: id, label: title })),
        { value: PARTNERSHIP_VOICE, label: 'The partnership (the agreed answers)' },
      ]}
      onValue={props.onPartner}
    />
  );
}
