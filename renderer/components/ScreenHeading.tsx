import { useEffect, useRef, type ReactNode } from 'react';

/**
 * The screen's one h1. It takes the focus and names the window when the screen comes up, so that a keyboard or a screen
 * reader starts where the reader's eye does.
 *
 * `focusKey` moves the focus again when it changes without a new screen, as from one question to the next.
 */
export function ScreenHeading(props: {
  readonly title: string;
  /** What the heading shows, when it is more than the title. */
  readonly children?: ReactNode;
  readonly focusKey?: string;
  readonly className?: string;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${props.title} · Self-evaluation workbook`;
  }, [props.title]);
  useEffect(() => {
    if (heading.current === null) return;
    heading.current.focus({ preventScroll: true });
    bringIntoSight(heading.current);
  }, [props.focusKey]);
  return (
    <h1 ref={heading} tabIndex={-1} className={`screen-heading ${props.className ?? ''}`}>
      {props.children ?? props.title}
    </h1>
  );
}

/** Under a frame that fills a narrow or much enlarged window, nothing would seem to have happened. */
function bringIntoSight(heading: HTMLElement): void {
  const isBelow = heading.getBoundingClientRect().bottom > window.innerHeight;
  // jsdom cannot scroll.
  heading.scrollIntoView?.({ block: isBelow ? 'start' : 'nearest' });
}
