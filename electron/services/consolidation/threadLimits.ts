import { WorkbookError } from '../../../shared/domain/workbookError.ts';

/** Enough for the largest packet that is taken, piece by piece. */
const memory = { maxOldGenerationSizeMb: 448 } as const;

/** What a thread may take that reads packets, or that writes packets, notes or lists. */
export const threadLimits = {
  reading: {
    memory,
    beyondLimits: () =>
      new WorkbookError(
        'too-large',
        'The file asks for more time or memory than a packet may. Nothing was taken from it.',
      ),
  },
  writing: {
    memory,
    beyondLimits: () =>
      new WorkbookError(
        'too-large',
        'It took more time or memory than it may. No file was made. Close other programs, and try again.',
      ),
  },
} as const;
