import { routes } from '../../state/routes.ts';
import { useWorkbook } from '../../state/useWorkbook.ts';
import { countWords, numberWords } from '../../words/countWords.ts';
import { PageTabs } from '../PageTabs.tsx';

/** The screens on which contributions become one workbook, in the order in which they are used. */
export function BringTogetherTabs() {
  const { conflicts } = useWorkbook().counts;
  return (
    <PageTabs
      label="Bring together"
      tabs={[
        { label: 'Contributions', to: routes.bringTogether() },
        {
          label: 'To settle',
          to: routes.conflicts(),
          ...(conflicts === 0
            ? {}
            : { count: { shown: numberWords(conflicts), words: countWords(conflicts, 'field') } }),
        },
        { label: 'Looks alike', to: routes.alike() },
        { label: 'Hand back', to: routes.handBack() },
      ]}
    />
  );
}
