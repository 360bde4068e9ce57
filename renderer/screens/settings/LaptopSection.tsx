import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { VoiceDialog } from '../../components/frame/VoiceDialog.tsx';
import { Loading } from '../../components/Loading.tsx';
import { useWorkbook } from '../../state/useWorkbook.ts';
import { LaptopTextField } from './LaptopTextField.tsx';
import { SecondBackupFolder } from './SecondBackupFolder.tsx';
import { useLaptopSettings } from './useLaptopSettings.ts';
import { copyWords } from '../../words/copyWords.ts';

/** What is true of this copy and of this computer only. */
export function LaptopSection() {
  const { settings, change, chooseSecondFolder, failure } = useLaptopSettings();
  const { voiceName, replica } = useWorkbook();
  const [isVoiceOpen, setIsVoiceOpen] = useState(false);
  return (
    <>
      <section aria-labelledby="settings-copy" className="settings-section">
        <h2 id="settings-copy" className="section-heading">
          This copy
        </h2>
        <p>
          {`Speaks as: ${voiceName}. `}
          <Button look="quiet" onClick={() => setIsVoiceOpen(true)}>
            Change whom it speaks for
          </Button>
        </p>
        <p className="quiet">{`Its sign in the history is “${copyWords(replica)}”. A copy made from a packet gets one of its own; a folder that is copied keeps this one.`}</p>
        {settings !== undefined && (
          <LaptopTextField
            label="Your name"
            hint="Written into each change made on this computer. A role such as “Co-ordinator” will do."
            value={settings.author}
            onSave={(author) => change({ author })}
          />
        )}
      </section>
      <section aria-labelledby="settings-computer" className="settings-section">
        <h2 id="settings-computer" className="section-heading">
          This computer
        </h2>
        <FailureNotice
          failure={failure}
          title={
            settings === undefined
              ? 'The settings of this computer could not be read'
              : 'The setting was not kept'
          }
        />
        {settings === undefined && failure === undefined && <Loading what="the settings of this computer" />}
        {settings !== undefined && (
          <>
            <SecondBackupFolder
              folder={settings.secondBackupFolder}
              onChange={(secondBackupFolder) => change({ secondBackupFolder })}
              onChoose={chooseSecondFolder}
            />
            <Checkbox
              label="Keep the list of recent workbooks on the first screen"
              isChecked={settings.keepRecent}
              onChecked={(keepRecent) => void change({ keepRecent })}
            />
            <Checkbox
              label="Single letters and digits work as keys, such as 4 for a grade and E for adding evidence"
              isChecked={settings.singleKeys}
              onChecked={(singleKeys) => void change({ singleKeys })}
            />
          </>
        )}
      </section>
      {isVoiceOpen && <VoiceDialog onClose={() => setIsVoiceOpen(false)} />}
    </>
  );
}
