import { statusWord, type WorkStatus } from '../../shared/domain/gradeScale.ts';

/** How far the work on something has come, in words. */
export function StatusTag(props: { readonly status: WorkStatus }) {
  return <span className={`tag tag--${props.status}`}>{statusWord(props.status)}</span>;
}
