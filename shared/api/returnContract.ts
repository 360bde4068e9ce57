import { z } from 'zod';

const ids = z.array(z.string().min(1).max(400)).max(500).optional();

/** The row of the contract about workbooks to fill in. Reading them back is part of a consolidation. */
export const returnContract = {
  /** Starts writing a workbook to fill in; without a path the host asks for one, and `job` is null when the person changed their mind. */
  'start-return-copy': {
    input: z.strictObject({
      /** For whom it is filled in; left out: the voice of this copy. */
      partner: z.string().min(1).max(120).optional(),
      /** What it asks about; left out: everything. */
      qualityIndicators: ids,
      outcomes: ids,
      /** With it the file opens only with the password. */
      password: z.string().min(1).max(255).optional(),
      path: z.string().min(1).max(4_000).optional(),
      replace: z.boolean().optional(),
    }),
    output: z.strictObject({ job: z.string().nullable() }),
  },
} as const;
