/** What is said of the files while they are written and afterwards. */
export const handBackWords = {
  failed: 'The files were not written',
  cancelled: 'Writing the files was stopped',
  done: 'The packets and notes are written',
  stop: 'Stop writing the files',
  counted: 'Counted in the finished files',
  noted: 'What was written',
} as const;

/** The same where everybody gets a note alone. */
export const notesOnlyWords = { ...handBackWords, done: 'The notes are written' } as const;
