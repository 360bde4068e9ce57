import { fireEvent } from '@testing-library/react';
import userEvent from '@testing-library/user-event';

/**
 * Puts the cursor into a field and writes what it is to hold with one event. Typed key by key, a text has a pause in it on a
 * slow computer, in which the program saves or searches.
 */
export async function writeAtOnce(field: HTMLElement, text: string): Promise<void> {
  await userEvent.click(field);
  fireEvent.change(field, { target: { value: text } });
}
