import { ShareTabs } from '../../components/frame/ShareTabs.tsx';
import { useJob } from '../../components/jobs/useJob.ts';
import { WriteExcelFile } from '../../components/jobs/WriteExcelFile.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { ExportContents } from './ExportContents.tsx';
import { ExportMarking } from './ExportMarking.tsx';

/** Writing the workbook as Excel, for people without this program. */
export function ExportScreen() {
  const { client } = useRendererState();
  const job = useJob('export');
  return (
    <div className="screen screen--text">
      <ScreenHeading title="Export to Excel" />
      <ShareTabs />
      <p>
        One Excel workbook that people can read without this program. It is written, opened again and counted;
        the receipt here and on its first sheet say the same.
      </p>
      <ExportContents />
      <ExportMarking />
      <WriteExcelFile
        job={job}
        label="Write the Excel file"
        passwordHint="Whoever reads the file needs it: pass it on by phone, never with the file."
        words={{
          failed: 'The file was not written',
          cancelled: 'The export was stopped',
          done: 'The file is written and checked',
          stop: 'Stop the export',
        }}
        start={(order) => client.call('start-export', order)}
      />
    </div>
  );
}
