import type { GradeValue } from '../../../shared/domain/gradeScale.ts';
import { useShortcut } from '../../state/useShortcut.ts';

/** Keys 1 to 6, 0 and N give a grade, as long as nobody types and while `isOn`. */
export function useGradeKeys(choose: (grade: GradeValue) => void, isOn = true): void {
  useShortcut('grade-1', () => choose(1), isOn);
  useShortcut('grade-2', () => choose(2), isOn);
  useShortcut('grade-3', () => choose(3), isOn);
  useShortcut('grade-4', () => choose(4), isOn);
  useShortcut('grade-5', () => choose(5), isOn);
  useShortcut('grade-6', () => choose(6), isOn);
  useShortcut('grade-not-yet', () => choose('not-yet-evaluated'), isOn);
  useShortcut('grade-not-enough', () => choose('not-enough-evidence'), isOn);
}
