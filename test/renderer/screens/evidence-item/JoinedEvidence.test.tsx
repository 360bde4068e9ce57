import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { JoinedEvidence } from '../../../../renderer/screens/evidence-item/JoinedEvidence.tsx';
import { WorkbookError } from '../../../../shared/domain/workbookError.ts';
import { aWorkbookView } from '../../support/aWorkbookView.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';

const other = { evidenceId: 'e2', title: 'Your view counts, 2017' };

describe('joined evidence', () => {
  it('names what it stands for, and parts it again', async () => {
    const api = scriptedApi({
      'read-workbook': () => aWorkbookView(),
      'join-evidence': () => ({ savedAt: '2026-10-03T14:02:00.000Z', kept: 'e1' }),
    });
    await renderScreen(<JoinedEvidence evidenceId="e1" joined={{ standsFor: [other], standsIn: null }} />, {
      api,
    });
    expect(screen.getByRole('heading', { name: 'Joined with 1 other piece' })).toBeInTheDocument();
    await userEvent.setup().click(screen.getByRole('button', { name: /^Part them again/ }));
    expect(api.calls.find(({ name }) => name === 'join-evidence')?.input).toEqual({
      evidence: 'e1',
      other: 'e2',
      joined: false,
    });
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('Parted from “Your view counts, 2017”.'),
    );
    expect(screen.getByRole('region', { name: 'Joined evidence' })).toHaveFocus();
  });

  it('points to the piece that stands for it', async () => {
    await renderScreen(<JoinedEvidence evidenceId="e1" joined={{ standsFor: [], standsIn: other }} />, {
      api: scriptedApi({}),
    });
    expect(screen.getByRole('link', { name: other.title })).toHaveAttribute('href', '#/evidence/e2');
  });

  it('says why it could not be parted', async () => {
    const api = scriptedApi({
      'join-evidence': () => {
        throw new WorkbookError('read-only', 'This folder can’t be written to.');
      },
    });
    await renderScreen(<JoinedEvidence evidenceId="e1" joined={{ standsFor: [other], standsIn: null }} />, {
      api,
    });
    await userEvent.setup().click(screen.getByRole('button', { name: /^Part them again/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent('This folder can’t be written to.');
  });

  it('takes no place where nothing is joined', async () => {
    await renderScreen(<JoinedEvidence evidenceId="e1" joined={{ standsFor: [], standsIn: null }} />, {
      api: scriptedApi({}),
    });
    expect(screen.queryByRole('heading')).not.toBeInTheDocument();
  });
});
