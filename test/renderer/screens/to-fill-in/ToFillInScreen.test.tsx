import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { ToFillInScreen } from '../../../../renderer/screens/to-fill-in/ToFillInScreen.tsx';
import { shippedCatalogue } from '../../../../shared/frameworks/catalogue.ts';
import { aFinishedJob, aStartView } from '../../support/aJobView.ts';
import { aWorkbookView } from '../../support/aWorkbookView.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { type Script, scriptedApi } from '../../support/scriptedApi.ts';

const [firstPartner] = shippedCatalogue.partners;
const leadership = shippedCatalogue.keyQuestions.find(({ title }) => title === 'Leadership');
const ofLeadership = shippedCatalogue.qualityIndicators
  .filter(({ keyQuestionId }) => keyQuestionId === leadership?.id)
  .map(({ id }) => id);

async function open(script: Script = {}) {
  const api = scriptedApi({
    'read-start': () => aStartView('browser'),
    'read-workbook': () => aWorkbookView(),
    'start-return-copy': () => ({ job: 'j1' }),
    'read-job': () => aFinishedJob('return-copy', { path: '/to fill in.xlsx' }),
    ...script,
  });
  await renderScreen(<ToFillInScreen />, { api });
  const user = userEvent.setup();
  const started = () =>
    api.calls.filter(({ name }) => name === 'start-return-copy').map(({ input }) => input);
  return {
    user,
    started,
    choosePartner: () => user.selectOptions(screen.getByLabelText('For whom'), firstPartner?.id ?? ''),
    typePath: () => user.type(screen.getByLabelText('Folder and name of the file'), '/to fill in.xlsx'),
    write: () => user.click(screen.getByRole('button', { name: 'Write the workbook to fill in' })),
  };
}

describe('a workbook to fill in', () => {
  it('is for nobody until a partner is chosen', async () => {
    const { started, typePath, write } = await open();
    await typePath();
    await write();
    expect(screen.getByText('Choose for whom it is.')).toBeInTheDocument();
    expect(started()).toEqual([]);
  });

  it('asks about everything unless rows are ticked, shows the receipt and what to tell the partner', async () => {
    const { started, choosePartner, typePath, write } = await open();
    expect(screen.getByText(/22 of 22 quality indicators and 7 of 7 outcomes/)).toBeInTheDocument();
    await choosePartner();
    await typePath();
    await write();
    expect(started()).toEqual([{ partner: firstPartner?.id, path: '/to fill in.xlsx' }]);
    expect(await screen.findByText('The workbook to fill in is written and checked')).toBeInTheDocument();
    expect(screen.getByText(/send that file back/)).toBeInTheDocument();
  });

  it('asks only about what is ticked, by key question and by hand, and says how many that are', async () => {
    const { user, started, choosePartner, typePath, write } = await open();
    await choosePartner();
    await typePath();
    await user.click(screen.getByLabelText('Only those that I tick'));
    await write();
    expect(screen.getByText(/Nothing is ticked/)).toBeInTheDocument();
    expect(started()).toEqual([]);
    const group = screen.getByRole('group', { name: 'Leadership' });
    await user.click(within(group).getByRole('button', { name: /Tick all/ }));
    await user.click(screen.getByLabelText(/^Structural 1 /));
    expect(
      screen.getByText(
        `Asked about: ${String(ofLeadership.length)} of 22 quality indicators and 1 of 7 outcomes.`,
      ),
    ).toBeInTheDocument();
    await write();
    expect(started()).toEqual([
      {
        partner: firstPartner?.id,
        qualityIndicators: ofLeadership,
        outcomes: ['opi2016/structural-1'],
        path: '/to fill in.xlsx',
      },
    ]);
  });

  it('unticks a whole group at once', async () => {
    const { user } = await open();
    await user.click(screen.getByLabelText('Only those that I tick'));
    const group = screen.getByRole('group', { name: 'Leadership' });
    await user.click(within(group).getByRole('button', { name: /Tick all/ }));
    await user.click(within(group).getByRole('button', { name: /Tick none/ }));
    expect(screen.getByText(/Asked about: 0 of 22/)).toBeInTheDocument();
  });

  it('is protected with a password when one is wanted', async () => {
    const { user, started, choosePartner, typePath, write } = await open();
    await choosePartner();
    await typePath();
    await user.click(screen.getByLabelText('Protect the file with a password'));
    await write();
    expect(screen.getByText('Type at least 8 characters.')).toBeInTheDocument();
    await user.click(screen.getByLabelText('Show what I type'));
    await user.type(screen.getByLabelText('Password'), 'long enough');
    await write();
    expect(started()).toMatchObject([{ password: 'long enough' }]);
  });
});
