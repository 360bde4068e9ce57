import type { GradeValue } from '../../../shared/domain/gradeScale.ts';
import { useShortcut } from '../../state/useShortcut.ts';

/** Keys 1 to 6, 0 and N give a grade, as long as nobody types. */
export function useGradeKeys(choose: (grade: GradeValue) => void): void {
  useShortcut('grade-1', () => choose(1));
  useShortcut('grade-2', () => choose(2));
  useShortcut('grade-3', () => choose(3));
  useShortcut('grade-4', () => choose(4));
  useShortcut('grade-5', () => choose(5));
  useShortcut('grade-6', () => choose(6));
  useShortcut('grade-not-yet', () => choose('not-yet-evaluated'));
  useShortcut('grade-not-enough', () => choose('not-enough-evidence'));
}
