/** A folder comes as a file like any other; only while it is being dropped does the browser tell which it is. */
const folders = new WeakSet<File>();

/** What is being dropped, folders among it: `isDroppedFolder` knows them from here on. */
export function droppedFiles(dropped: DataTransfer): readonly File[] {
  const files = [...dropped.files];
  const items = [...dropped.items].filter(({ kind }) => kind === 'file');
  for (const [index, file] of files.entries()) {
    if (items[index]?.webkitGetAsEntry()?.isDirectory === true) folders.add(file);
  }
  return files;
}

/** Whether it was dropped as a folder, which has no content of its own to take. */
export function isDroppedFolder(file: File): boolean {
  return folders.has(file);
}
