import type { EntityView } from '../../../shared/api/views/fieldView.ts';
import { evidenceKinds } from '../../../shared/domain/entityCatalogue.ts';
import { evidenceKindExplanation, evidenceKindWord } from '../../../shared/domain/evidenceKind.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { SavedSelect } from '../../components/SavedSelect.tsx';
import { SavedText } from '../../components/SavedText.tsx';
import { useCatalogue } from '../../state/useCatalogue.ts';
import { EvidenceDateField } from './EvidenceDateField.tsx';

/** Every field of one piece of evidence; each saves itself. */
export function EvidenceFields(props: { readonly entity: EntityView; readonly title: string }) {
  const { entity, title } = props;
  const { partners } = useCatalogue();
  const nameOf = (field: string): string => `Evidence “${title}”: ${field}`;
  return (
    <div className="evidence-fields">
      <SavedText entity={entity} field="title" label="Title" name={nameOf('Title')} isLine />
      <div className="evidence-form-row">
        <SavedSelect
          entity={entity}
          field="kind"
          label="Kind"
          name={nameOf('Kind')}
          emptyLabel="Not chosen"
          options={evidenceKinds.map((kind) => ({ value: kind, label: evidenceKindWord(kind) }))}
        />
        <SavedSelect
          entity={entity}
          field="partner"
          label="Partner it comes from"
          name={nameOf('Partner')}
          emptyLabel="No partner"
          options={partners.map((partner) => ({ value: partner.id, label: partner.title }))}
        />
      </div>
      <Disclosure summary="What the four kinds are">
        <dl className="evidence-kinds">
          {evidenceKinds.map((kind) => (
            <div key={kind}>
              <dt>{evidenceKindWord(kind)}</dt>
              <dd>{evidenceKindExplanation(kind)}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
      <div className="evidence-form-row">
        <EvidenceDateField key={entity.entityId} entity={entity} name={nameOf('Date')} />
        <SavedText
          entity={entity}
          field="period"
          label="Or the period in words"
          hint="April to December 2016"
          name={nameOf('Period')}
          isLine
        />
      </div>
      <SavedText
        entity={entity}
        field="shows"
        label="What it shows"
        name={nameOf('What it shows')}
        rows={5}
      />
      <SavedText
        entity={entity}
        field="difference"
        label="What difference it made"
        name={nameOf('What difference it made')}
        rows={3}
      />
      <SavedText
        entity={entity}
        field="source"
        label="Source"
        hint="Where it can be looked up: a report, a system, a meeting"
        name={nameOf('Source')}
        rows={2}
      />
      <div className="evidence-form-row">
        <SavedText
          entity={entity}
          field="owner"
          label="Owner"
          hint="Who keeps it: a team or a role"
          name={nameOf('Owner')}
          isLine
        />
        <SavedText
          entity={entity}
          field="marking"
          label="Marking"
          hint="Where it differs from the workbook’s own"
          name={nameOf('Marking')}
          isLine
        />
      </div>
      <SavedText entity={entity} field="note" label="Note" name={nameOf('Note')} rows={2} />
      <p className="quiet">
        Nothing that identifies a person who uses services, a victim or a family belongs in any of these
        fields.
      </p>
    </div>
  );
}
