import type { ErrorCode } from '../../../shared/domain/workbookError.ts';

type Words = {
  readonly title: string;
  /** What to do about it. */
  readonly advice: string;
  readonly mayHelpToTryAgain: boolean;
};

const known: Partial<Readonly<Record<ErrorCode, Words>>> = {
  'newer-version': {
    title: 'This workbook was made by a newer version',
    advice:
      'Nothing in it was changed. Install the newer version of this program to open it, or go back and open another workbook.',
    mayHelpToTryAgain: false,
  },
  damaged: {
    title: 'This workbook is damaged',
    advice:
      'Nothing in it was changed. Opening a backup keeps the damaged workbook beside it, so that it can be looked at later.',
    mayHelpToTryAgain: false,
  },
  locked: {
    title: 'This workbook is open elsewhere',
    advice: 'Close it in the other window or program, then try again.',
    mayHelpToTryAgain: true,
  },
  'read-only': {
    title: 'This folder can’t be written to',
    advice:
      'Ask for permission to write there, or move the workbook’s whole folder to a place of your own, then try again.',
    mayHelpToTryAgain: true,
  },
  'disk-full': {
    title: 'The disk is full',
    advice: 'Free some space on this computer, then try again. Nothing was lost.',
    mayHelpToTryAgain: true,
  },
  'unsafe-folder': {
    title: 'This folder is not a safe place for a workbook',
    advice:
      'Folders that are kept in step over a network can damage a workbook. Move its whole folder to this computer’s own disk.',
    mayHelpToTryAgain: true,
  },
  'not-a-workbook': {
    title: 'There is no workbook in this folder',
    advice:
      'Choose the folder that holds the file workbook.sqlite. In a second folder for backups, choose one of the folders whose names begin with “Backups of”.',
    mayHelpToTryAgain: false,
  },
  'not-found': {
    title: 'This workbook is not there any more',
    advice: 'It may have been moved. Go back and choose the folder that it is in now.',
    mayHelpToTryAgain: true,
  },
};

const otherwise: Words = {
  title: 'This workbook could not be opened',
  advice: 'Try again. When it does not help, start the program again.',
  mayHelpToTryAgain: true,
};

/** What to say of a workbook that could not be opened, and what to do about it. */
export function openProblemWords(code: ErrorCode): Words {
  return known[code] ?? otherwise;
}
