/** So many times as long by the clock, for a thread that waits for a disk, or on a computer that has much else to do. */
const BY_THE_CLOCK = 6;
const LOOK_AGAIN_MILLISECONDS = 50;

/** What has passed since a thread's last sign of life, in milliseconds. */
export type Passed = {
  readonly clock: number;
  /** Of all the program's threads: no host tells of one thread alone while that thread is busy. */
  readonly processor: number;
};

/**
 * How much longer to wait for a thread of which nothing is heard, in milliseconds; 0 when it is to be ended.
 *
 * What hangs takes a whole processor, so that on a computer with nothing else to do it is ended after `patience` by the
 * clock. The clock alone would end honest work too where other programs take most of every second: that work has had
 * little processor time by then, and goes on. What takes none at all, because a disk does not answer, ends all the same.
 */
export function patienceLeft(patience: number, { clock, processor }: Passed): number {
  const left = Math.min(patience - Math.min(clock, processor), BY_THE_CLOCK * patience - clock);
  return left <= 0 ? 0 : Math.max(LOOK_AGAIN_MILLISECONDS, left);
}

/** Begins to count what passes. */
export function countPassing(): () => Passed {
  const began = performance.now();
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return { clock: performance.now() - began, processor: (user + system) / 1_000 };
  };
}
