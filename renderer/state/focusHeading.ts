/**
 * Puts the focus on the heading of the dialog that is open, else of the screen: to skip to the screen, or when what had the
 * focus is about to go.
 */
export function focusHeading(): void {
  const dialog = [...document.querySelectorAll('dialog[open]')].at(-1);
  const heading = (dialog ?? document).querySelector<HTMLElement>(
    dialog === undefined ? '#screen h1, main h1' : 'h2',
  );
  (heading ?? document.getElementById('screen'))?.focus();
}
