import { readFileSync } from 'node:fs';
import path from 'node:path';
import { WorkbookError } from '../../shared/domain/workbookError.ts';
import type { Given } from './command.ts';

/**
 * The first line of the file that an option names; undefined when it was not given. Secrets come from files: a command line
 * can be seen by other programs and is kept in the shell's history.
 *
 * @throws WorkbookError `not-found`, `invalid-input` for an empty one.
 */
export function secretFromFile(
  given: Given,
  option: 'passphrase-file' | 'password-file',
): string | undefined {
  const file = given.option(option);
  if (file === '') return undefined;
  const what = option === 'password-file' ? 'password' : 'passphrase';
  try {
    const [line = ''] = readFileSync(path.resolve(file), 'utf8').split(/\r?\n/);
    if (line !== '') return line;
  } catch (cause) {
    throw new WorkbookError('not-found', `The ${what} file ${file} cannot be read.`, { cause });
  }
  throw new WorkbookError('invalid-input', `The ${what} file ${file} is empty.`);
}
