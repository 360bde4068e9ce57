import { useShortcut } from '../../state/useShortcut.ts';

/** As many values as there are digits have a key each. */
export const DIGITS = 9;

/** Keys 1 to 9 take a value, as long as nobody types and while `isOn`. */
export function useTakeKeys(take: (index: number) => void, isOn: boolean): void {
  useShortcut('take-1', () => take(0), isOn);
  useShortcut('take-2', () => take(1), isOn);
  useShortcut('take-3', () => take(2), isOn);
  useShortcut('take-4', () => take(3), isOn);
  useShortcut('take-5', () => take(4), isOn);
  useShortcut('take-6', () => take(5), isOn);
  useShortcut('take-7', () => take(6), isOn);
  useShortcut('take-8', () => take(7), isOn);
  useShortcut('take-9', () => take(8), isOn);
}
