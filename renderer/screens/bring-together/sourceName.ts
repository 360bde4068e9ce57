import type { PacketSource } from '../../../shared/api/views/consolidationView.ts';

/** Who sent a file, as whom: "Inspector, Police Scotland"; its own name where it could not be read. */
export function sourceName({ from, name }: Pick<PacketSource, 'from' | 'name'>): string {
  return from === null ? name : personName(from.stamp.author, from.voiceName);
}

/** Somebody with the voice that they spoke as. */
export function personName(author: string, voiceName: string): string {
  return [author === '' ? 'Name not given' : author, voiceName].filter((part) => part !== '').join(', ');
}

/** Whether a file is a spreadsheet by its name: such a one has a password and comes from no laptop of ours. */
export function isSpreadsheet(name: string): boolean {
  return /\.(xls[bmx]?|xlt[mx]|ods)$/iu.test(name);
}
