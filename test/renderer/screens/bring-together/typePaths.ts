import { screen } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';

/** Types paths at the empty desk and has them checked. */
export async function typePaths(user: UserEvent, text: string): Promise<void> {
  await user.type(await screen.findByLabelText('Or type where the files are'), text);
  await user.click(screen.getByRole('button', { name: 'Check these files' }));
}
