import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Loading } from '../../components/Loading.tsx';
import { useView } from '../../state/useView.ts';
import { countWords, numberWords } from '../../words/countWords.ts';

/** What will be in the file, and what the reader will notice is missing. */
export function ExportContents() {
  const { value, failure, reload } = useView('read-overview', {});
  if (value === undefined) {
    return (
      <>
        <FailureNotice
          failure={failure}
          title="What will be in the file could not be counted"
          onRetry={reload}
        />
        {failure === undefined && <Loading what="what will be in the file" />}
      </>
    );
  }
  const withoutEvidence = value.gaps.filter(({ evidence }) => evidence === 0).length;
  return (
    <>
      <dl className="export-contents">
        <Line
          name="Questions answered"
          value={`${numberWords(value.answered)} of ${numberWords(value.questions)}`}
        />
        <Line
          name="Quality indicators graded"
          value={`${numberWords(value.graded)} of ${numberWords(value.qualityIndicators)}`}
        />
        <Line name="Pieces of evidence" value={numberWords(value.evidence)} />
        <Line name="Outcomes without evidence" value={numberWords(withoutEvidence)} />
        <Line name="Fields not settled" value={numberWords(value.conflicts)} />
      </dl>
      {value.conflicts > 0 && (
        <p>{`${countWords(value.conflicts, 'field has', 'fields have')} several values. The file shows all of them and says that they are not settled.`}</p>
      )}
    </>
  );
}

function Line(props: { readonly name: string; readonly value: string }) {
  return (
    <div className="export-line">
      <dt>{props.name}</dt>
      <dd className="number">{props.value}</dd>
    </div>
  );
}
