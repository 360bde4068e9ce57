import type { StartView } from '../../../../shared/api/views/workbookView.ts';

/** The first screen of a computer on which nothing has been opened yet, unless told otherwise. */
export function aStartView(changes: Partial<StartView> = {}): StartView {
  return {
    recent: [],
    dataFolder: '/home/desk/workbooks',
    dataFolderProblem: null,
    appVersion: '0.1.0',
    host: 'electron',
    hasRehearsal: false,
    author: '',
    ...changes,
  };
}
