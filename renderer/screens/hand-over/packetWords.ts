/** What is said of a packet while it is written and afterwards. */
export const packetWords = {
  failed: 'The packet was not written',
  cancelled: 'Writing the packet was stopped',
  done: 'The packet is written and was read back',
  stop: 'Stop writing the packet',
  counted: 'Counted in the packet',
} as const;
