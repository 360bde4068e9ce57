/** What somebody is told of changes that were missing from the workbook and had been kept beside it. */
export function earlyChangesSentence(count: number): string {
  return count === 1
    ? 'One change saved just after the workbook had been opened was missing from it. It had been kept beside it, and is in it again.'
    : `${count} changes saved just after the workbook had been opened were missing from it. They had been kept beside it, and are in it again.`;
}
