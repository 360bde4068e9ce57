import { personalDataSentence, personalDataSigns } from '../../shared/domain/personalDataWarning.ts';

/** Warns beneath a text that looks as if it named somebody. Never blocks, never changes a word. */
export function PersonalDataWarning(props: { readonly text: string }) {
  const signs = personalDataSigns(props.text);
  return (
    <div role="status" className="personal-data">
      {signs.length > 0 && (
        <p className="personal-data__warning">
          <strong>Check this text.</strong> {signs.map(personalDataSentence).join(' ')} Nothing that
          identifies a person belongs in this workbook.
        </p>
      )}
    </div>
  );
}
