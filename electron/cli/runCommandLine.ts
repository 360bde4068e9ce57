import { WorkbookError } from '../../shared/domain/workbookError.ts';
import { commands } from './commands.ts';
import { helpText, readCommandLine, UsageError } from './readCommandLine.ts';
import { exitStatus, type ExitStatus, type Terminal } from './terminal.ts';

/** Carries out one command line and answers the exit status. Expected failures are a sentence on standard error. */
export async function runCommandLine(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  if (words[0] === 'help' || words[0] === '--help') {
    terminal.message(helpText(commands));
    return exitStatus.done;
  }
  try {
    const { command, given } = readCommandLine(words, commands);
    return await command.run(given, terminal);
  } catch (cause) {
    if (cause instanceof UsageError) {
      terminal.message(`${cause.message}\n\n${helpText(commands)}`);
      return exitStatus.usage;
    }
    if (!(cause instanceof WorkbookError)) throw cause;
    terminal.message(`${cause.message} (${cause.code})\n`);
    return exitStatus.failed;
  }
}
