import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { addEvidence, makeSampleWorkbook, withOpen } from '../store/sampleWorkbook.ts';
import { temporaryFolder } from '../store/temporaryFolder.ts';
import { runningServices } from './runningWorkbook.ts';

/** So many pieces of evidence, each with an answer and a link, does the packet bring to the ten of the workbook. */
export const PIECES = 6_667;

/** A workbook, closed, and a packet of more than 20,000 changes with an attached file for it. */
export async function workbookAndLargePacket(): Promise<{
  readonly folder: string;
  readonly packet: string;
  readonly dataFolder: string;
}> {
  const home = temporaryFolder();
  const [folder, theirs] = [path.join(home, 'ours'), path.join(home, 'theirs')];
  makeSampleWorkbook(folder, 10);
  cpSync(folder, theirs, { recursive: true });
  withOpen(theirs, (database) => addEvidence(database, 10, 10 + PIECES));
  const maker = runningServices({ seed: 1 });
  await maker.call('open-workbook', { folder: theirs });
  const minutes = path.join(home, 'minutes.txt');
  writeFileSync(minutes, 'Minutes of the meeting');
  await maker.call('attach-from-path', { evidence: 'evidence-10', path: minutes });
  const packet = path.join(home, 'theirs not encrypted.cjpacket');
  const part = { kind: 'everything' as const };
  const order = { part, attachments: true, path: packet, passphrase: null };
  const { job } = await maker.call('start-hand-over', order);
  while ((await maker.call('read-job', { job: job ?? '' })).state === 'running')
    await new Promise((resolve) => setTimeout(resolve, 5));
  await maker.shutdown();
  return { folder, packet, dataFolder: path.join(home, 'data') };
}
