import { useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../components/Button.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Loading } from '../../components/Loading.tsx';
import { Notice } from '../../components/Notice.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { routes } from '../../state/routes.ts';
import { useView } from '../../state/useView.ts';
import { NewWorkbookForm } from './NewWorkbookForm.tsx';
import { OpenWorkbook } from './OpenWorkbook.tsx';
import { PractiseWay } from './PractiseWay.tsx';
import { WhereItIsKept } from './WhereItIsKept.tsx';

/** What is being done; making a copy from a packet and making a rehearsal say so where they are asked for. */
const busyWords = {
  example: 'Opening the example…',
  new: 'Making the workbook…',
  open: 'Opening the workbook…',
  packet: '',
  rehearsal: '',
} as const;
type Opening = keyof typeof busyWords;

/** The first screen: look at the example, start a workbook, open or bring one in; and, quieter, the rehearsal. */
export function StartScreen() {
  const { session } = useRendererState();
  const [, navigate] = useLocation();
  const start = useView('read-start', {});
  const [busyWith, setBusyWith] = useState<Opening | null>(null);

  const open = async (
    what: Opening,
    opening: () => Promise<boolean>,
    address: string = routes.overview(),
  ): Promise<void> => {
    setBusyWith(what);
    try {
      if (await opening()) navigate(address);
    } finally {
      setBusyWith(null);
    }
  };
  return (
    <main className="start">
      <header className="start__head">
        <ScreenHeading title="Community justice self-evaluation workbook" />
        <p className="start__lead">
          Work through the quality indicators question by question, record how you know, and hand over a
          workbook that anyone can read in Excel.
        </p>
      </header>
      <FailureNotice
        failure={start.failure}
        title="The program could not read its settings"
        onRetry={start.reload}
      />
      {start.value === undefined && start.failure === undefined && <Loading what="the settings" />}
      {start.value !== undefined && (
        <>
          {start.value.dataFolderProblem !== null && (
            <Notice kind="warning" title="New workbooks can’t be kept in the usual place">
              <p>{start.value.dataFolderProblem}</p>
            </Notice>
          )}
          <div className="start__ways">
            <section className="start__way" aria-labelledby="way-example">
              <h2 id="way-example">Look at an example</h2>
              <p>
                The community justice plan of West Dunbartonshire for 2017-18, entered as data: partners,
                outcomes, actions, figures and highlights. Change anything you like; it is a copy.
              </p>
              <Button disabled={busyWith !== null} onClick={() => void open('example', session.openExample)}>
                Open the example
              </Button>
            </section>
            <NewWorkbookForm
              author={start.value.author}
              isBusy={busyWith !== null}
              onCreate={(input) => void open('new', () => session.create(input))}
            />
            <OpenWorkbook
              start={start.value}
              isBusy={busyWith !== null}
              onOpen={(folder) => void open('open', () => session.open(folder))}
              onForgotten={start.reload}
              onBringIn={(input) => open('packet', () => session.createFromPacket(input))}
            />
          </div>
          <PractiseWay
            isBusy={busyWith !== null}
            isThere={start.value.hasRehearsal}
            onOpen={(opening) => open('rehearsal', opening, routes.bringTogether())}
            onOpened={() => navigate(routes.bringTogether())}
          />
          <WhereItIsKept start={start.value} />
        </>
      )}
      <p role="status" className={busyWith === null ? '' : 'start__busy loading'}>
        {busyWith === null ? '' : busyWords[busyWith]}
      </p>
    </main>
  );
}
