/** Shorter ones are guessed in minutes. */
export const LEAST_PASSWORD = 8;
/** What Excel takes at most. */
export const MOST_PASSWORD = 255;

/** Whether an Excel file opens only with a password, and which; typed twice unless it is shown. */
export type PasswordChoice = {
  readonly isWanted: boolean;
  readonly password: string;
  readonly again: string;
  readonly isShown: boolean;
};

export const noPassword: PasswordChoice = { isWanted: false, password: '', again: '', isShown: false };

/** What is wrong with either field, as a sentence each. */
export function passwordProblems(choice: PasswordChoice): {
  readonly password?: string;
  readonly again?: string;
} {
  const { isWanted, password, again, isShown } = choice;
  if (!isWanted) return {};
  if (password.length < LEAST_PASSWORD) return { password: `Type at least ${LEAST_PASSWORD} characters.` };
  if (password.length > MOST_PASSWORD)
    return { password: `Excel takes ${MOST_PASSWORD} characters at most.` };
  if (!isShown && again !== password) return { again: 'This is not what stands above. Type the same again.' };
  return {};
}

/** As the operations take it: nothing where none is wanted. */
export function passwordOf({ isWanted, password }: PasswordChoice): { readonly password?: string } {
  return isWanted ? { password } : {};
}
