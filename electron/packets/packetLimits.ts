/** What a packet may hold. A file beyond any of these is refused before more of it is read. */
export const packetLimits = {
  /** All of it, in bytes: below what any file system in use limits files to. */
  file: 2 * 1024 ** 3,
  manifest: 8 * 1024 * 1024,
  changes: 512 * 1024 ** 2,
  attachment: 50 * 1024 ** 2,
  entries: 20_000,
  /** One change, in bytes: six texts, each as long as one may be and every character of it spelled in six. */
  line: 8 * 1024 * 1024,
  /** How deep brackets may be nested; a change has three levels. */
  depth: 16,
  /** How far an entry of more than `unpackedFrom` bytes may unpack. */
  ratio: 200,
  unpackedFrom: 1024 * 1024,
  /** scrypt's work factor as a power of two: beyond it a file would ask for more memory than a laptop can spare. */
  workFactor: 18,
} as const;
