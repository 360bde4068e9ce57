import { FailureNotice } from '../../components/FailureNotice.tsx';
import { CountLines } from '../../components/jobs/CountLines.tsx';
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
      <CountLines
        lines={[
          {
            name: 'Questions answered',
            value: `${numberWords(value.answered)} of ${numberWords(value.questions)}`,
          },
          {
            name: 'Quality indicators graded',
            value: `${numberWords(value.graded)} of ${numberWords(value.qualityIndicators)}`,
          },
          { name: 'Pieces of evidence', value: numberWords(value.evidence) },
          {
            name: 'Structural and person-centric outcomes without evidence',
            value: numberWords(withoutEvidence),
          },
          { name: 'Fields not settled', value: numberWords(value.conflicts) },
        ]}
      />
      {value.conflicts > 0 && (
        <p>{`${countWords(value.conflicts, 'field has', 'fields have')} several values. The file shows all of them and says that they are not settled.`}</p>
      )}
    </>
  );
}
