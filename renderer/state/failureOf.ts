import { WorkbookError } from '../../shared/domain/workbookError.ts';

/** What was caught, as the error that screens can show; a fault of the program becomes `internal`. */
export function failureOf(caught: unknown): WorkbookError {
  if (caught instanceof WorkbookError) return caught;
  return new WorkbookError('internal', 'Something went wrong inside the program. Try again.', {
    cause: caught,
  });
}
