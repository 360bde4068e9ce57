import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';

import { OpenProblemScreen } from '../../../../renderer/screens/open-problem/OpenProblemScreen.tsx';
import type { BackupView } from '../../../../shared/api/views/workbookView.ts';
import { errorCodes, WorkbookError } from '../../../../shared/domain/workbookError.ts';
import { aWorkbookView } from '../../support/aWorkbookView.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';

const folder = '/workbooks/w1';

function aBackup(name: string, madeAt: string, verified = true): BackupView {
  return { name, madeAt, reason: 'daily', bytes: 1, answers: 3, evidence: 2, verified };
}

describe('a workbook that could not be opened', () => {
  it('says for every reason what it is, what was left alone, and what to do', async () => {
    for (const code of errorCodes) {
      const failure = new WorkbookError(code, `Sentence of ${code}`);
      const api = scriptedApi({ 'list-backups': () => ({ backups: [], secondFolderProblem: null }) });
      const { view } = await renderScreen(<OpenProblemScreen problem={{ folder, failure }} />, { api });
      expect(screen.getByRole('alert')).toHaveTextContent(`Sentence of ${code}`);
      expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
      expect(screen.getByRole('button', { name: 'Go back' })).toBeEnabled();
      view.unmount();
    }
  });

  it('offers the newest good backup first and passes over those that could not be verified', async () => {
    const opened: unknown[] = [];
    const api = scriptedApi({
      'list-backups': () => ({
        secondFolderProblem: null,
        backups: [
          aBackup('older', '2026-10-01T09:00:00.000Z'),
          aBackup('newest', '2026-10-03T09:00:00.000Z', false),
          aBackup('newer', '2026-10-02T09:00:00.000Z'),
        ],
      }),
      'restore-backup': (input) => {
        opened.push(input);
        return aWorkbookView();
      },
      'read-catalogue': () => {
        throw new WorkbookError('internal', 'Not part of this test');
      },
    });
    const failure = new WorkbookError('damaged', 'The log is damaged.');
    await renderScreen(<OpenProblemScreen problem={{ folder, failure }} />, { api });
    const offers = screen.getAllByRole('button', { name: /Open this backup/ });
    expect(offers).toHaveLength(2);
    expect(screen.getByText(/Newest good backup/).closest('li')).toContainElement(offers[0] ?? null);
    await userEvent.click(offers[0] as HTMLElement); // Two were counted above.
    expect(opened).toEqual([{ folder, backup: 'newer' }]);
  });

  it('says when there is no good backup', async () => {
    const api = scriptedApi({ 'list-backups': () => ({ backups: [], secondFolderProblem: null }) });
    const failure = new WorkbookError('damaged', 'The log is damaged.');
    await renderScreen(<OpenProblemScreen problem={{ folder, failure }} />, { api });
    expect(screen.getByText(/no backup of this workbook that could be verified/)).toBeInTheDocument();
  });

  it('offers the backups of a folder in which there are nothing but backups', async () => {
    const failure = new WorkbookError('not-a-workbook', 'There is no workbook in it.');
    let backups = [aBackup('one', '2026-10-01T09:00:00.000Z')];
    const api = scriptedApi({ 'list-backups': () => ({ backups, secondFolderProblem: null }) });
    const first = await renderScreen(<OpenProblemScreen problem={{ folder, failure }} />, { api });
    expect(screen.getByRole('region', { name: /there are backups/ })).toHaveTextContent(
      'makes a workbook of it on this computer',
    );
    expect(screen.getAllByRole('button', { name: /Open this backup/ })).toHaveLength(1);
    first.view.unmount();
    backups = [];
    await renderScreen(<OpenProblemScreen problem={{ folder, failure }} />, { api });
    expect(screen.queryByRole('region')).toBeNull();
  });
});
