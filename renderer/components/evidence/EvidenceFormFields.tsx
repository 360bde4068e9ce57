import { evidenceKinds } from '../../../shared/domain/entityCatalogue.ts';
import { evidenceKindExplanation, evidenceKindWord } from '../../../shared/domain/evidenceKind.ts';
import { useCatalogue } from '../../state/useCatalogue.ts';
import { PersonalDataWarning } from '../PersonalDataWarning.tsx';
import { SelectField } from '../SelectField.tsx';
import { TextArea } from '../TextArea.tsx';
import { TextField } from '../TextField.tsx';
import type { DraftProblems, EvidenceDraft } from './evidenceDraft.ts';

/** The fields of a new piece of evidence below its title. */
export function EvidenceFormFields(props: {
  readonly draft: EvidenceDraft;
  readonly problems: DraftProblems;
  readonly onDraft: (change: Partial<EvidenceDraft>) => void;
}) {
  const { draft, problems, onDraft } = props;
  const { partners } = useCatalogue();
  const kind = evidenceKinds.find((candidate) => candidate === draft.kind);
  return (
    <>
      <div className="evidence-form-row">
        <SelectField
          label="Kind"
          emptyLabel="Not chosen"
          value={draft.kind}
          options={evidenceKinds.map((value) => ({ value, label: evidenceKindWord(value) }))}
          onValue={(value) => onDraft({ kind: value })}
        />
        <SelectField
          label="Partner it comes from"
          emptyLabel="No partner"
          value={draft.partner}
          options={partners.map(({ id, title }) => ({ value: id, label: title }))}
          onValue={(partner) => onDraft({ partner })}
        />
      </div>
      <p className="quiet evidence-kind-words" role="status">
        {kind === undefined ? '' : evidenceKindExplanation(kind)}
      </p>
      <div className="evidence-form-row">
        <TextField
          label="Date"
          hint="2017, 2017-03 or 31/3/2017"
          value={draft.date}
          error={problems.date}
          onValue={(date) => onDraft({ date })}
        />
        <TextField
          label="Or the period in words"
          hint="April to December 2016"
          value={draft.period}
          onValue={(period) => onDraft({ period })}
        />
      </div>
      <TextField
        label="Source"
        hint="Where it can be looked up: a report, a system, a meeting"
        value={draft.source}
        onValue={(source) => onDraft({ source })}
      />
      <TextArea label="What it shows" rows={3} value={draft.shows} onValue={(shows) => onDraft({ shows })} />
      <TextArea
        label="What difference it made"
        rows={2}
        value={draft.difference}
        onValue={(difference) => onDraft({ difference })}
      />
      <PersonalDataWarning text={`${draft.title}\n${draft.shows}\n${draft.difference}`} />
    </>
  );
}
