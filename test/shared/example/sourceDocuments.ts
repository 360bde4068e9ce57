import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the two source documents lie when they are kept beside the project; they are no part of it. */
const folder = fileURLToPath(new URL('../../../../shared/seeds/', import.meta.url));

/** What a test says that can't run without the documents. */
export const documentsMissing = 'the two source documents are not beside the project (../shared/seeds)';

/** Whether the documents are there to compare with. */
export const hasDocuments = existsSync(folder);

/** One kind of quotation mark, dash and space: the documents mix them. */
export function plainSigns(text: string): string {
  return text
    .replace(/[‘’]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replace(/[–—]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Both documents as they are, one after the other. */
export function documentText(): string {
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return names
    .toSorted()
    .map((name) => readFileSync(`${folder}${name}`, 'utf8'))
    .join('\n');
}

/** The passages of a text: its lines, and the parts of a line between cuts. */
export function passagesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .flatMap((line) => line.split('…'))
    .map((passage) => plainSigns(passage))
    .filter((passage) => passage !== '');
}
