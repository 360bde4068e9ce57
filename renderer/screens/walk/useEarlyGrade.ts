import { useCallback, useRef } from 'react';
import type { GradeValue } from '../../../shared/domain/gradeScale.ts';
import { useGradeKeys } from './useGradeKeys.ts';

/**
 * Keeps a grade whose key was pressed before the line of six had been read. The answered function gives it once, to the
 * line when it comes up.
 */
export function useEarlyGrade(qualityIndicatorId: string, isRead: boolean): () => GradeValue | null {
  const early = useRef<{ readonly of: string; readonly grade: GradeValue } | null>(null);
  useGradeKeys((grade) => {
    early.current = { of: qualityIndicatorId, grade };
  }, !isRead);
  return useCallback(() => {
    const kept = early.current;
    early.current = null;
    return kept?.of === qualityIndicatorId ? kept.grade : null;
  }, [qualityIndicatorId]);
}
