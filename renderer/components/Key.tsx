import { keyWords } from '../state/keys.ts';

/** A key beside the button that it presses: `Ctrl+K`. Hidden from screen readers, which hear `aria-keyshortcuts`. */
export function Key(props: { readonly combination: string }) {
  return (
    <kbd className="key" aria-hidden="true">
      {keyWords(props.combination)}
    </kbd>
  );
}
