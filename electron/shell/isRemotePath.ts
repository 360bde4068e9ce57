/**
 * Whether a text names a place on another computer: a share, or an address with a scheme.
 * On Windows even a look at a share sends this computer's credentials there. A drive's letter is no scheme.
 */
export function isRemotePath(text: string): boolean {
  return /^[\\/]{2}/.test(text) || /^[a-z][a-z0-9+.-]+:/i.test(text);
}
