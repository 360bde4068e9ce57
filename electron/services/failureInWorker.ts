import { WorkbookError, type ReplyError } from '../../shared/domain/workbookError.ts';

/**
 * What a thread tells of its failure: the sentence for the person, and the cause for the log. A failing disk and bugs go on
 * as they are: the other side explains them.
 */
export function failureInWorker(cause: unknown): { readonly failed: ReplyError; readonly detail: string } {
  if (!(cause instanceof WorkbookError)) throw cause;
  const detail = cause.cause instanceof Error ? (cause.cause.stack ?? cause.cause.message) : '';
  return { failed: { code: cause.code, message: cause.message }, detail };
}
