import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textBuffer } from '../../electron/excel/textBuffer.ts';
import { propertyRuns } from '../builders/propertyRuns.ts';

it('gathers texts and bytes as UTF-8 in order, in pieces that stay until they are done with', () => {
  const text = fc.string({ unit: 'binary', maxLength: 60 });
  fc.assert(
    fc.property(fc.array(fc.tuple(text, fc.boolean())), fc.nat(3), (texts, waits) => {
      const gathered: Buffer[] = [];
      let waiting: { readonly piece: Buffer; readonly done: () => void }[] = [];
      // Who takes the pieces looks at them later, as the packing does.
      const takeAll = (): void => {
        for (const { piece, done } of waiting) {
          gathered.push(Buffer.from(piece));
          done();
        }
        waiting = [];
      };
      const buffer = textBuffer(100, (piece, done) => {
        waiting.push({ piece, done });
        if (waiting.length > waits) takeAll();
      });
      for (const [some, isBytes] of texts)
        if (isBytes) buffer.addBytes(Buffer.from(some).subarray(0, 100));
        else buffer.add(some);
      buffer.flush();
      takeAll();
      const meant = texts.map(([some, isBytes]) =>
        isBytes ? Buffer.from(some).subarray(0, 100) : Buffer.from(some),
      );
      expect(Buffer.concat(gathered)).toEqual(Buffer.concat(meant));
    }),
    propertyRuns(100),
  );
});
