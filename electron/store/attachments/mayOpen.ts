import { attachmentKind } from './attachmentKind.ts';

/** Whether a file of this name may be opened with the computer's own program; others are saved as a copy. */
export function mayOpen(name: string): boolean {
  return attachmentKind(name)?.treatment === 'open';
}
