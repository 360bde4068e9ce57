import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Loading } from '../../components/Loading.tsx';
import { SavedText } from '../../components/SavedText.tsx';
import { HistoryButton } from '../history/HistoryButton.tsx';
import { useWorkbookEntity } from './useWorkbookEntity.ts';

/** What is true of the workbook on every laptop: it travels with it. */
export function WorkbookSettings() {
  const { entity, failure, reload } = useWorkbookEntity();
  return (
    <section aria-labelledby="settings-workbook" className="settings-section">
      <h2 id="settings-workbook" className="section-heading">
        This workbook
      </h2>
      <p className="quiet">These travel with the workbook to everybody who has it.</p>
      <FailureNotice failure={failure} title="The settings could not be read" onRetry={reload} />
      {entity === undefined && failure === undefined && <Loading what="the settings" />}
      {entity !== undefined && (
        <>
          <SavedText entity={entity} field="partnership" label="Partnership" name="Partnership" isLine />
          <SavedText
            entity={entity}
            field="round"
            label="Round"
            hint="The year that is evaluated, such as 2026-27"
            name="Round"
            isLine
          />
          <SavedText
            entity={entity}
            field="marking"
            label="Marking"
            hint="The protective marking shown on every screen and printed on every sheet, such as OFFICIAL"
            name="Marking"
            isLine
          />
          <SavedText
            entity={entity}
            field="retentionReview"
            label="Retention review"
            hint="When somebody decides whether this workbook is kept or destroyed, such as March 2032"
            name="Retention review"
            isLine
          />
          <SavedText entity={entity} field="note" label="Note" name="Note on the workbook" rows={3} />
          <HistoryButton
            of={{ entity: entity.entity, entityId: entity.entityId }}
            what="what is set for this workbook"
          />
        </>
      )}
    </section>
  );
}
