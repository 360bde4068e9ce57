import { useState } from 'react';
import { ShareTabs } from '../../components/frame/ShareTabs.tsx';
import { useJob } from '../../components/jobs/useJob.ts';
import { WriteExcelFile } from '../../components/jobs/WriteExcelFile.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { AskedAboutFields } from './AskedAboutFields.tsx';
import { askAboutAll, askedProblem, askedOf } from './askedAbout.ts';
import { PartnerField } from './PartnerField.tsx';
import { WhatToTell } from './WhatToTell.tsx';

/** Writing an Excel workbook that a partner without this program fills in and sends back. */
export function ToFillInScreen() {
  const { client } = useRendererState();
  const job = useJob('return-copy');
  const [partner, setPartner] = useState('');
  const [asked, setAsked] = useState(askAboutAll);
  const [isTried, setIsTried] = useState(false);
  const problem = askedProblem(asked);
  return (
    <div className="screen screen--text">
      <ScreenHeading title="Workbook to fill in" />
      <ShareTabs />
      <p>
        An Excel workbook for a partner who does not have this program. Its pale yellow cells can be filled
        in, with lists to choose from; everything else is locked. It comes back as a contribution like any
        packet.
      </p>
      <PartnerField
        partner={partner}
        onPartner={setPartner}
        problem={isTried && partner === '' ? 'Choose for whom it is.' : undefined}
      />
      <AskedAboutFields asked={asked} onAsked={setAsked} problem={isTried ? problem : undefined} />
      <section aria-labelledby="to-fill-in-write" className="stack">
        <h2 id="to-fill-in-write" className="section-heading">
          Write it
        </h2>
        <WriteExcelFile
          job={job}
          label="Write the workbook to fill in"
          passwordHint="The partner needs it to open the file, and you again to bring the file in. Pass it on by phone, never with the file."
          words={{
            failed: 'The workbook to fill in was not written',
            cancelled: 'Writing the workbook to fill in was stopped',
            done: 'The workbook to fill in is written and checked',
            stop: 'Stop writing it',
          }}
          isReady={() => {
            setIsTried(true);
            return partner !== '' && problem === undefined;
          }}
          start={(order) => client.call('start-return-copy', { partner, ...askedOf(asked), ...order })}
        />
      </section>
      <WhatToTell />
    </div>
  );
}
