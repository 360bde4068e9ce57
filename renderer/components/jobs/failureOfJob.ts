import { WorkbookError, errorCodes } from '../../../shared/domain/workbookError.ts';
import { failureOf } from '../../state/failureOf.ts';

/** A job's error crosses as plain text; an unknown code is a fault of the program. */
export function failureOfJob(
  error: { readonly code: string; readonly message: string } | null,
): WorkbookError {
  if (error === null) return failureOf(undefined);
  const code = errorCodes.find((candidate) => candidate === error.code) ?? 'internal';
  return new WorkbookError(code, error.message);
}
