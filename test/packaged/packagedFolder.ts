import { fileURLToPath } from 'node:url';

const folderName: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux-unpacked',
  win32: 'win-unpacked',
};

/** Where `npm run package` leaves the unpacked program. */
export const unpackedFolder = fileURLToPath(
  new URL(`../../out/${folderName[process.platform] ?? process.platform}`, import.meta.url),
);

/** The program's own file in that folder. */
export const executable =
  process.platform === 'win32'
    ? 'Community Justice Self-Evaluation Workbook.exe'
    : 'community-justice-workbook';
