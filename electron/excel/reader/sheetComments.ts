import type { ReadComment } from '../../../shared/domain/returnWorkbook/readCell.ts';
import { readHostileXml } from './hostileXml.ts';
import { textGatherer } from './sharedTexts.ts';

const LONGEST_ADDRESS = 10;
/** What Excel puts before a comment that can be answered, for programs that only know notes. */
const THREADED = /^\[Threaded comment\][\s\S]*?\nComment:\s*/;

/** The comments on a sheet that say anything. Who made them is in the text, if anywhere. */
export function readSheetComments(part: string, xml: Buffer): readonly ReadComment[] {
  const comments: ReadComment[] = [];
  const gathered = textGatherer();
  let cell = '';
  readHostileXml(part, xml, {
    open(name, attribute) {
      if (name === 'comment') {
        cell = (attribute('ref') ?? '').slice(0, LONGEST_ADDRESS);
        gathered.start();
      }
      gathered.open(name);
    },
    text: gathered.text,
    close(name) {
      gathered.close(name);
      if (name !== 'comment') return;
      const text = gathered.finish().replace(THREADED, '').trim();
      if (text !== '') comments.push({ cell, text });
    },
  });
  return comments;
}
