import { cpSync } from 'node:fs';
import path from 'node:path';
import type { InputOf } from '../../../shared/api/contract.ts';
import type { ConsolidationPreview } from '../../../shared/api/views/consolidationView.ts';
import { runningServices, type RunningWorkbook } from '../../builders/runningWorkbook.ts';
import { temporaryFolder } from '../../store/temporaryFolder.ts';

/** Opens the second packet. */
export const PASSPHRASE = 'correct-horse-battery-staple';
type Order = InputOf<'start-consolidation-preview'>;

/** Two packets of a copy of one workbook, the second of them encrypted, and the workbook open on a host. */
export async function twoPackets(
  host: 'terminal' | 'electron' | 'browser' = 'terminal',
): Promise<{ running: RunningWorkbook; plain: string; secret: string; folder: string }> {
  const home = temporaryFolder();
  const [ours, theirs] = [path.join(home, 'ours'), path.join(home, 'theirs')];
  const maker = runningServices({ seed: 1 });
  await maker.call('create-workbook', { partnership: 'Argyll', round: '2026', author: 'A', folder: ours });
  await maker.call('close-workbook', {});
  cpSync(ours, theirs, { recursive: true });
  await maker.call('open-workbook', { folder: theirs });
  const packet = async (name: string, passphrase: string | null): Promise<string> => {
    const target = path.join(home, name);
    await maker.call('set-grade', { qualityIndicator: 'ci2016/6.2', set: { rationale: name } });
    const order = { part: { kind: 'everything' as const }, attachments: true, path: target, passphrase };
    await ended(maker, (await maker.call('start-hand-over', order)).job);
    return target;
  };
  const plain = await packet('one not encrypted.cjpacket', null);
  const secret = await packet('two.cjpacket', PASSPHRASE);
  await maker.shutdown();
  const running = runningServices({ host, seed: 2 });
  await running.call('open-workbook', { folder: ours });
  return { running, plain, secret, folder: ours };
}

/** Waits for a job to end well, and answers it. */
export async function ended(running: RunningWorkbook, job: string | null): Promise<string> {
  if (job === null) throw new Error('No job was started');
  for (;;) {
    const { state, error } = await running.call('read-job', { job });
    if (error !== null) throw new Error(error.message);
    if (state === 'done') return job;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Waits until the workbook has been checked, as laying files out has it done: from then on no copy of it lies about. */
export async function known(running: RunningWorkbook): Promise<void> {
  while ((await running.call('read-workbook', {})).check === 'checking')
    await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Lays files out, and what their check found. */
export async function checked(
  running: RunningWorkbook,
  order: Order,
): Promise<{ readonly job: string; readonly preview: ConsolidationPreview }> {
  const job = await ended(running, (await running.call('start-consolidation-preview', order)).job);
  return { job, preview: await running.call('read-consolidation-preview', { job }) };
}
