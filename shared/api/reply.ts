import type { ReplyError } from '../domain/replyErrorSchema.ts';

/** How every operation answers, in every host: Electron passes only the message of a thrown error. */
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: ReplyError };
