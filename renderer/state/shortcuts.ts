import { combinationOf, isSingleKey, keys, type ShortcutId } from './keys.ts';

export type Shortcuts = {
  /** Gives a key its work until the answered function is called; the newest registration of a key has it. */
  readonly register: (id: ShortcutId, handler: () => void) => () => void;
  /** Runs what a pressed key stands for; true when there was something. */
  readonly handle: (event: KeyboardEvent) => boolean;
};

/** In a text field these belong to the field's own editing. */
const textEditing: ReadonlySet<ShortcutId> = new Set(['undo', 'redo']);

/**
 * The one registry of keys. A page has one; it is fed by App's listener. Single letters and digits can be turned off,
 * for speech input and unsteady hands (WCAG 2.1.4).
 */
export function createShortcuts(areSingleKeysOn: () => boolean): Shortcuts {
  const handlers = new Map<ShortcutId, (() => void)[]>();

  return {
    register: (id, handler) => {
      handlers.set(id, [...(handlers.get(id) ?? []), handler]);
      return () => {
        handlers.set(
          id,
          (handlers.get(id) ?? []).filter((one) => one !== handler),
        );
      };
    },
    handle: (event) => {
      const combination = combinationOf(event);
      const id = shortcutsOf(combination).find((one) => (handlers.get(one) ?? []).length > 0);
      if (id === undefined || isHidden(event)) return false;
      if (isTextField(event.target) && (isSingleKey(combination) || textEditing.has(id))) {
        return false;
      }
      if (isSingleKey(combination) && !areSingleKeysOn()) return false;
      handlers.get(id)?.at(-1)?.();
      return true;
    },
  };
}

/** A combination can mean one thing on one screen and another on another, of which one is shown. */
function shortcutsOf(combination: string): readonly ShortcutId[] {
  // Object.keys of a constant object has exactly its keys.
  const ids = Object.keys(keys) as ShortcutId[];
  return ids.filter((id) => keys[id].keys.some((one) => one === combination));
}

/** While a dialog is open the screen behind it takes no keys; repeated events would grade a page by a resting finger. */
function isHidden(event: KeyboardEvent): boolean {
  return event.repeat || event.isComposing || document.querySelector('dialog[open]') !== null;
}

function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio', 'button'].includes(target.type);
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  );
}
