import { routes } from '../../state/routes.ts';
import { useWorkbook } from '../../state/useWorkbook.ts';
import { countWords, numberWords } from '../../words/countWords.ts';
import { PageTabs } from '../PageTabs.tsx';

/** The ways in which the workbook goes to others, and to a safe place. */
export function ShareTabs() {
  const { notHandedOver } = useWorkbook().counts;
  return (
    <PageTabs
      label="Share"
      tabs={[
        {
          label: 'Hand over',
          to: routes.handOver(),
          ...(notHandedOver === 0
            ? {}
            : {
                count: {
                  shown: numberWords(notHandedOver),
                  words: `${countWords(notHandedOver, 'change')} not yet handed over`,
                },
              }),
        },
        { label: 'Workbook to fill in', to: routes.toFillIn() },
        { label: 'Export to Excel', to: routes.export() },
        { label: 'Backups and check', to: routes.safekeeping() },
      ]}
    />
  );
}
