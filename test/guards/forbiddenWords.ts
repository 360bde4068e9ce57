import type { SourceFile } from './sourceFiles.ts';

// Written in halves, so that this file does not find itself.
const marks = ['TO' + 'DO', 'FIX' + 'ME', 'X' + 'XX'];
const unfinished = new RegExp(`\\b(${marks.join('|')})\\b`);
const silenced = /(?:eslint|oxlint)-disable|@ts-(?:expect-error|ignore|nocheck)/;
const withReason = /(?:(?:eslint|oxlint)-disable[\w-]*[^\n]*\s--\s+\S|@ts-expect-error:?\s+\S+\s+\S)/;

/** Lines that leave something for later or silence a check without the reason beside it, as `file:line text`. */
export function forbiddenLines(file: SourceFile): readonly string[] {
  return file.text
    .split('\n')
    .map((line, index) => ({ line, place: `${file.path}:${index + 1}` }))
    .filter(({ line }) => unfinished.test(line) || (silenced.test(line) && !withReason.test(line)))
    .map(({ line, place }) => `${place} ${line.trim()}`);
}
