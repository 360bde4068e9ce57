/** Puts the focus on the screen's heading: to skip to the screen, or when what had the focus is about to go. */
export function focusHeading(): void {
  const heading = document.querySelector<HTMLElement>('#screen h1, main h1');
  (heading ?? document.getElementById('screen'))?.focus();
}
