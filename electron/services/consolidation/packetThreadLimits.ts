import { WorkbookError } from '../../../shared/domain/workbookError.ts';

/** What a thread that reads or writes packets may take: enough for the largest that is taken, piece by piece. */
export const packetThreadLimits = {
  memory: { maxOldGenerationSizeMb: 448 },
  beyondLimits: () =>
    new WorkbookError(
      'too-large',
      'The file asks for more time or memory than a packet may. Nothing was taken from it.',
    ),
} as const;
