import { isPageAddress } from './pageAddress.ts';

/** What is looked at of the frame that sent a message; null when it is gone already. */
export type SenderFrame = { readonly url: string; readonly parent: object | null } | null;

/** Whether a message comes from the window's own main frame while that shows our page. */
export function isOurPage(frame: SenderFrame): boolean {
  return frame !== null && frame.parent === null && isPageAddress(frame.url);
}
