import { randomBytes } from 'node:crypto';
import path from 'node:path';

import { createFileLogger } from './fileLogger.ts';
import type { Clock, IdSource, Later, Ports } from './ports.ts';

/** The computer's own clock. */
export const systemClock: Clock = { now: () => new Date() };

/** By the computer's own clock. */
const systemLater: Later = (milliseconds, work) => {
  const timer = setTimeout(work, milliseconds);
  timer.unref();
  return () => clearTimeout(timer);
};

/** Asking the system for a few random bytes takes as long as hashing a record, so it is asked for many at once. */
const STOCK = 4_096;
let stock = Buffer.alloc(0);

/** Randomness fit for ids and tokens; each byte is given out once. */
export const randomIds: IdSource = {
  randomHex(bytes) {
    if (stock.length < bytes) stock = randomBytes(Math.max(STOCK, bytes));
    const given = stock.toString('hex', 0, bytes);
    stock = stock.subarray(bytes);
    return given;
  },
};

/** What differs from host to host; clock, ids, log and what is done later are the computer's own unless a test gives others. */
export type HostPorts = Omit<Ports, 'clock' | 'later' | 'ids' | 'logger'> &
  Partial<Pick<Ports, 'clock' | 'later' | 'ids' | 'logger'>>;

/** Completes a host's ports with the computer's clock, its randomness and a log in the data folder. */
export function createSystemPorts(host: HostPorts): Ports {
  const clock = host.clock ?? systemClock;
  return {
    ...host,
    clock,
    later: host.later ?? systemLater,
    ids: host.ids ?? randomIds,
    logger: host.logger ?? createFileLogger(path.join(host.dataFolder, 'log'), clock),
  };
}
