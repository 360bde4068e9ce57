/** A page's call of an operation: name and input in, Reply out. The only channel that is answered. */
export const callChannel = 'workbook:call';

/** In place of an operation's name: where dropped files lie, as the preload alone can tell. No operation is called so. */
export const grantName = 'grant dropped files';

/** The window is about to close: save what is still only on the screen. Carries the number of the question. */
export const beforeCloseChannel = 'workbook:before-close';

/** The page's answer to that: the question's number, and whether everything is saved. */
export const flushedChannel = 'workbook:flushed';
