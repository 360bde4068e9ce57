import type { ElectronApplication } from 'playwright-core';

/** What the person does in a dialog for opening or saving: chooses these, or changes their mind. */
export type DialogAnswer = readonly string[] | 'changed their mind';

/** A dialog that was asked for. */
export type AskedDialog = {
  readonly kind: 'open' | 'save' | 'message';
  readonly title: string;
  readonly properties: readonly string[];
  readonly defaultPath: string | undefined;
};

type DialogsInMain = { answers: DialogAnswer[]; asked: AskedDialog[]; button: number };

/**
 * Puts stand-ins in place of the system's dialogs, in the program's own main process.
 *
 * Each takes the next of the answers given; one that nobody has answered counts as a change of mind.
 */
export async function standInForDialogs(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ dialog }) => {
    const state: DialogsInMain = { answers: [], asked: [], button: 0 };
    type Options = { title?: string; message?: string; properties?: string[]; defaultPath?: string };
    const note = (kind: AskedDialog['kind'], given: readonly unknown[]): void => {
      // The owner comes first, where there is one.
      const options = given.at(-1) as Options;
      state.asked.push({
        kind,
        title: options.title ?? options.message ?? '',
        properties: options.properties ?? [],
        defaultPath: options.defaultPath,
      });
    };
    const chosen = (): readonly string[] => {
      const answer = state.answers.shift() ?? 'changed their mind';
      return answer === 'changed their mind' ? [] : answer;
    };
    Object.assign(globalThis, { dialogsInMain: state });
    Object.assign(dialog, {
      showOpenDialog: (...given: unknown[]) => {
        note('open', given);
        const filePaths = chosen();
        return Promise.resolve({ canceled: filePaths.length === 0, filePaths });
      },
      showSaveDialog: (...given: unknown[]) => {
        note('save', given);
        const filePath = chosen()[0] ?? '';
        return Promise.resolve({ canceled: filePath === '', filePath });
      },
      showMessageBox: (...given: unknown[]) => {
        note('message', given);
        return Promise.resolve({ response: state.button, checkboxChecked: false });
      },
    });
  });
}

/** Says what the person will do in the next dialogs, in order. */
export async function answerDialogs(
  app: ElectronApplication,
  ...answers: readonly DialogAnswer[]
): Promise<void> {
  await app.evaluate((_electron, given) => {
    // The replacement above put it there.
    const inMain = globalThis as unknown as { dialogsInMain: DialogsInMain };
    inMain.dialogsInMain.answers.push(...given);
  }, answers);
}

/** Says which button of every message box from here on is pressed, counted from 0. */
export async function pressButton(app: ElectronApplication, button: number): Promise<void> {
  await app.evaluate((_electron, given) => {
    // The replacement above put it there.
    const inMain = globalThis as unknown as { dialogsInMain: DialogsInMain };
    inMain.dialogsInMain.button = given;
  }, button);
}

/** All dialogs that have been asked for, in order. */
export function dialogsAsked(app: ElectronApplication): Promise<readonly AskedDialog[]> {
  return app.evaluate(() => {
    // The replacement above put it there.
    const inMain = globalThis as unknown as { dialogsInMain: DialogsInMain };
    return inMain.dialogsInMain.asked;
  });
}
