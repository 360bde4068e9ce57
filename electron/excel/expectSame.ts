/** Throws where what was read is not what was meant. */
export function expectSame(what: string, read: unknown, meant: unknown): void {
  if (JSON.stringify(read) !== JSON.stringify(meant))
    throw new Error(`${what}: read ${JSON.stringify(read)}, meant ${JSON.stringify(meant)}`);
}
