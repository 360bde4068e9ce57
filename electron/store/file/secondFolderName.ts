/** Letters of a copy's id that tell it apart from others whose folders have the same name. */
const LETTERS = 8;

/** What the folder for the backups of one copy of a workbook is called within the second folder. */
export function secondFolderName(workbookFolderName: string, replica: string): string {
  return `Backups of ${workbookFolderName}, copy ${replica.slice(0, LETTERS)}`;
}

/** The name of the workbook's folder, from that of its backups; the same name where it was called something else. */
export function workbookOfSecondFolder(name: string): string {
  return /^Backups of (.+), copy [0-9a-f]{8}$/.exec(name)?.[1] ?? name;
}
