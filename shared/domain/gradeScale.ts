/**
 * What can stand where a grade stands: a point of the six-point scale (1 unsatisfactory … 6 excellent), or one of the
 * two answers that are not grades. Nothing written is not an answer at all.
 */
export const gradeValues = [1, 2, 3, 4, 5, 6, 'not-yet-evaluated', 'not-enough-evidence'] as const;
export type GradeValue = (typeof gradeValues)[number];

const words: Readonly<Record<GradeValue, string>> = {
  1: 'Unsatisfactory',
  2: 'Weak',
  3: 'Adequate',
  4: 'Good',
  5: 'Very good',
  6: 'Excellent',
  'not-yet-evaluated': 'Not yet evaluated',
  'not-enough-evidence': 'Not enough evidence to evaluate',
};

/** The grade's word (Care Inspectorate, six-point scale), or the words of the answer that is not a grade. */
export function gradeWord(grade: GradeValue): string {
  return words[grade];
}

/** "4 Good", or the words alone where there is no number. */
export function gradeLabel(grade: GradeValue): string {
  return typeof grade === 'number' ? `${grade} ${words[grade]}` : words[grade];
}

/** How far the work on an answer or grade has come. Says nothing about its content. */
export const workStatuses = ['to-do', 'in-progress', 'ready-for-review', 'agreed'] as const;
export type WorkStatus = (typeof workStatuses)[number];

const statusWords: Readonly<Record<WorkStatus, string>> = {
  'to-do': 'To do',
  'in-progress': 'In progress',
  'ready-for-review': 'Ready for review',
  agreed: 'Agreed',
};

/** The status as it is shown and exported. */
export function statusWord(status: WorkStatus): string {
  return statusWords[status];
}
