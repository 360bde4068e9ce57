import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openZip } from '../../electron/excel/zipReader.ts';
import { directory } from '../../electron/zip/zipRecords.ts';
import { writeZip, type WrittenPart } from '../../electron/excel/zipWriter.ts';
import { propertyRuns } from '../builders/propertyRuns.ts';
import { temporaryFolder } from '../store/temporaryFolder.ts';

const modified = new Date('2026-10-03T14:02:00.000Z');

async function written(
  parts: ReadonlyMap<string, readonly string[]>,
  onWritten?: (part: WrittenPart) => void,
): Promise<string> {
  const file = path.join(temporaryFolder(), 'some.zip');
  await writeZip(file, { modified, onWritten }, async (add) => {
    for (const [name, texts] of parts)
      await add(name, function* (out) {
        for (const text of texts) {
          out.add(text);
          yield;
        }
      });
  });
  return file;
}

describe('a zip file', () => {
  it('holds every text as it was given, for this reader and another one', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 }).map((some) => some.toWellFormed());
    const large = fc.tuple(text, fc.nat(900)).map(([some, times]) => some.repeat(times));
    const all = fc.array(fc.array(large, { maxLength: 5 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(all, async (contents) => {
        const parts = new Map(contents.map((texts, index) => [`part ${index} é.xml`, texts]));
        const file = await written(parts);
        const zip = await openZip(file);
        const others = unzipSync(readFileSync(file));
        for (const [name, texts] of parts) {
          expect(await zip.text(name)).toBe(texts.join(''));
          expect(strFromU8(others[name] ?? new Uint8Array())).toBe(texts.join(''));
        }
        expect(Object.keys(others)).toEqual([...parts.keys()]);
        zip.close();
      }),
      propertyRuns(8),
    );
  });

  it('says where a part’s bytes are, as soon as they are there', async () => {
    const told: WrittenPart[] = [];
    const texts = Array.from({ length: 3_000 }, (_none, index) => `${Math.sin(index)} `.repeat(20));
    const file = await written(new Map([['one', texts]]), (part) => told.push(part));
    expect(told.length).toBeGreaterThan(2);
    expect(told.filter(({ whole }) => whole)).toEqual([told.at(-1)]);
    expect(new Set(told.map(({ from }) => from))).toEqual(new Set([30 + 'one'.length]));
    const { to } = told.at(-1) ?? { to: 0 };
    expect(readFileSync(file).readUInt32LE(to)).toBe(0x08074b50);
  });

  it('is the same file when it is written again', async () => {
    const parts = new Map([['one', ['a', 'b']]]);
    expect(readFileSync(await written(parts)).equals(readFileSync(await written(parts)))).toBe(true);
  });

  it('is refused by the reader when a check sum is wrong', async () => {
    const file = await written(new Map([['one', ['a text']]]));
    const bytes = readFileSync(file);
    const record = bytes.lastIndexOf('one') - 46;
    bytes.writeUInt32LE(1, record + 16);
    writeFileSync(file, bytes);
    const zip = await openZip(file);
    await expect(zip.text('one')).rejects.toThrow(/not what the file says/);
    zip.close();
  });

  it('ends with the fault of whoever writes a part, and with the wish to stop', async () => {
    const folder = temporaryFolder();
    const options = { modified };
    const failing = writeZip(path.join(folder, 'a.zip'), options, (add) =>
      add('one', function* (out) {
        for (let step = 0; step < 50_000; step += 1) yield out.add('some text ');
        throw new Error('No more');
      }),
    );
    await expect(failing).rejects.toThrow('No more');
    const stop = new AbortController();
    const stopped = writeZip(path.join(folder, 'b.zip'), { modified, signal: stop.signal }, (add) =>
      add('one', function* (out) {
        for (let step = 0; ; step += 1) {
          if (step === 50_000) stop.abort();
          yield out.add('some text ');
        }
      }),
    );
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
    expect(existsSync(path.join(folder, 'b.zip'))).toBe(true);
  });

  it('never holds what its records have no room for', () => {
    const part = { name: 'one', at: 0, checkSum: 0, packed: 1, size: 1 };
    expect(() => directory([{ ...part, size: 2 ** 32 }], 1, modified)).toThrow(/no room/);
    expect(() => directory([part], 2 ** 32, modified)).toThrow(/no room/);
    expect(() =>
      directory(
        Array.from({ length: 0xffff }, () => part),
        1,
        modified,
      ),
    ).toThrow(/no room/);
  });
});
