import { ShareTabs } from '../../components/frame/ShareTabs.tsx';
import { useJob } from '../../components/jobs/useJob.ts';
import { WrittenFiles } from '../../components/passphrase/WrittenFiles.tsx';
import { useKeptPassphrase } from '../../components/passphrase/useKeptPassphrase.ts';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { useWorkbook } from '../../state/useWorkbook.ts';
import { handOverWords } from '../../words/handOverWords.ts';
import { HandOverForm } from './HandOverForm.tsx';
import { packetWords } from './packetWords.ts';

/** Writing a packet for somebody else's laptop. */
export function HandOverScreen() {
  const { counts } = useWorkbook();
  const job = useJob('hand-over');
  const passphrase = useKeptPassphrase(job);
  const isWritten = job.view?.state === 'done';
  return (
    <div className="screen screen--text">
      <ScreenHeading title="Hand over" />
      <ShareTabs />
      <p>
        A packet is one file with what is written in this workbook. Whoever gets it takes it in under “Bring
        together”; nothing that they wrote themselves is overwritten. <strong>{handOverWords(counts)}</strong>
      </p>
      {isWritten ? (
        <WrittenFiles
          job={job}
          words={packetWords}
          passphrase={passphrase}
          what="the packet"
          again="Hand over something else"
        >
          <p>
            Send the file or carry it on a stick. Keep it until you know that it was taken in; taking it in
            twice does no harm.
          </p>
        </WrittenFiles>
      ) : (
        <HandOverForm job={job} />
      )}
    </div>
  );
}
