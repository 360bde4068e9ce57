import type { Ports } from '../ports.ts';

/** A folder's name that people recognise and every file system takes, with a few signs that make it the only one. */
export function folderName(title: string, ports: Pick<Ports, 'ids'>): string {
  const plain = title
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N} -]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 60)
    .trim();
  return `${plain || 'Workbook'} ${ports.ids.randomHex(3)}`;
}
