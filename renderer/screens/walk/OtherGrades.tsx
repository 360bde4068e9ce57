import type { QualityIndicatorView } from '../../../shared/api/views/walkView.ts';
import { gradeLabel, gradeValues } from '../../../shared/domain/gradeScale.ts';

/** What other voices have graded, in words: "Police Scotland: 3 Adequate". */
export function OtherGrades(props: { readonly others: QualityIndicatorView['others'] }) {
  if (props.others.length === 0) return null;
  return (
    <ul className="other-grades" aria-label="Others’ grades">
      {props.others.map((other) => (
        <li key={other.voice}>
          {other.voiceName}: {gradesOf(other)}
        </li>
      ))}
    </ul>
  );
}

function gradesOf(other: QualityIndicatorView['others'][number]): string {
  const live = other.entity.fields['grade']?.live ?? [];
  const grades = live.map(({ value }) => gradeValues.find((one) => one === value));
  const words = grades.filter((grade) => grade !== undefined).map(gradeLabel);
  if (words.length === 0) return 'no grade';
  return words.length === 1 ? words.join() : `not settled (${words.join(' or ')})`;
}
