import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { JobProgress } from '../../../../renderer/components/jobs/JobProgress.tsx';
import { useJob } from '../../../../renderer/components/jobs/useJob.ts';
import { WorkbookError, type ErrorCode } from '../../../../shared/domain/workbookError.ts';
import type { JobView } from '../../../../shared/api/views/workbookView.ts';
import { aFinishedJob, aRunningJob } from '../../support/aJobView.ts';
import { answerKeeper } from '../../support/answerKeeper.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { scriptedApi } from '../../support/scriptedApi.ts';

const words = {
  failed: 'Not written',
  cancelled: 'Stopped',
  done: 'Written',
  stop: 'Stop',
  counted: 'Counted',
};

const refusal = (code: ErrorCode) => (): never => {
  throw new WorkbookError(code, 'Refused.');
};

/** Draws a job of a kind; `read` says what it is when it is asked after. */
async function drawJob(kind: JobView['kind'], read: () => JobView, isFull: () => boolean = () => false) {
  const keeper = answerKeeper('ci2016/6.2/p1');
  const api = scriptedApi({
    'read-job': read,
    'write-answer': (input) => (isFull() ? refusal('disk-full')() : keeper.save(input)),
  });
  const start = vi.fn<() => Promise<{ job: string }>>(() => Promise.resolve({ job: 'j1' }));
  function Drawn() {
    const job = useJob(kind);
    return (
      <>
        <button type="button" onClick={() => void job.start(start)}>
          {job.isRunning ? 'Busy' : 'Start'}
        </button>
        <JobProgress job={job} words={words} />
      </>
    );
  }
  const { state } = await renderScreen(<Drawn />, { api });
  return {
    start,
    type: (text: string) =>
      state.autosave.edit(keeper.view(), 'howAreWeDoing', text, { label: '6.2, question 1' }),
    run: () =>
      act(async () => {
        screen.getByRole('button', { name: 'Start' }).click();
        await vi.advanceTimersByTimeAsync(1);
      }),
    wait: (milliseconds: number) => act(async () => vi.advanceTimersByTimeAsync(milliseconds)),
    isRunning: () => screen.queryByRole('button', { name: 'Busy' }) !== null,
  };
}

describe('long work', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('does not start without the text that could not be saved, and says so', async () => {
    let isFull = true;
    const job = await drawJob(
      'export',
      () => aFinishedJob('export'),
      () => isFull,
    );
    job.type('Words that must be in the file');
    await job.run();
    expect(job.start).not.toHaveBeenCalled();
    expect(screen.getByText(/^Your last changes are not saved yet/)).toBeInTheDocument();
    isFull = false;
    await job.run();
    expect(job.start).toHaveBeenCalledTimes(1);
    await job.wait(200);
    expect(screen.getByText('Written')).toBeInTheDocument();
  });

  it('checks the workbook even while nothing can be saved into it', async () => {
    const job = await drawJob(
      'verification',
      () => aFinishedJob('verification'),
      () => true,
    );
    job.type('Words');
    await job.run();
    expect(job.start).toHaveBeenCalledTimes(1);
  });

  it('goes on being asked after when one question fails', async () => {
    const answers = [
      () => aRunningJob('export'),
      refusal('internal'),
      () => aRunningJob('export', { step: 'Reading back' }),
      () => aFinishedJob('export'),
    ];
    const job = await drawJob('export', () => (answers.shift() ?? refusal('internal'))());
    await job.run();
    await job.wait(200);
    expect(screen.getByText('Refused.')).toBeInTheDocument();
    await job.wait(1_000);
    expect(screen.getByText('Reading back')).toBeInTheDocument();
    expect(screen.queryByText('Refused.')).not.toBeInTheDocument();
    await job.wait(200);
    expect(job.isRunning()).toBe(false);
    expect(screen.getByText('Written')).toBeInTheDocument();
  });

  it('is over when it is not known any more', async () => {
    const answers = [() => aRunningJob('export')];
    const job = await drawJob('export', () => (answers.shift() ?? refusal('not-found'))());
    await job.run();
    await job.wait(200);
    expect(job.isRunning()).toBe(false);
    expect(screen.getByText('Refused.')).toBeInTheDocument();
  });

  it('gives the focus that its stop button had to what it came to', async () => {
    let view: JobView = aRunningJob('export');
    const job = await drawJob('export', () => view);
    await job.run();
    act(() => screen.getByRole('button', { name: 'Stop' }).focus());
    view = aFinishedJob('export');
    await job.wait(200);
    expect(document.activeElement).toHaveTextContent('Written');
    expect(document.activeElement).not.toBe(document.body);
  });
});
