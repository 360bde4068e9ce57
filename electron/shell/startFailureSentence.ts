/** Says in a plain sentence why the program can't start, and what to do. */
export function startFailureSentence(cause: unknown, dataFolder: string): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  switch (code) {
    case 'MODULE_NOT_FOUND':
    case 'ERR_MODULE_NOT_FOUND':
    case 'ERR_DLOPEN_FAILED':
      return 'A part of the program is missing or does not fit this computer. Install the program again. Your workbooks are not affected.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `The program can’t write to its folder, ${dataFolder}. Ask the person who looks after this computer for permission to write there.`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk that holds ${dataFolder} is full. Make room on it, then start the program again.`;
    default:
      return `Something went wrong while the program was starting. Your workbooks are not affected. Details are in the log in ${dataFolder}.`;
  }
}
