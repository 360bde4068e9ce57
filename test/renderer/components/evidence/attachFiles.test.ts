import { describe, expect, it } from 'vitest';
import { attachFiles } from '../../../../renderer/components/evidence/attachFiles.ts';
import { droppedFiles } from '../../../../renderer/components/evidence/droppedFiles.ts';
import type { UploadPosition } from '../../../../renderer/components/evidence/uploadFiles.ts';
import { base64Of, PIECE_BYTES } from '../../../../renderer/components/evidence/uploadPieces.ts';
import type { WorkbookClient } from '../../../../shared/api/client.ts';
import { WorkbookError } from '../../../../shared/domain/workbookError.ts';

type Attached = { readonly name: string; readonly bytes: Buffer };

function fakeHost(refuse: (name: string) => boolean = () => false) {
  const staged = new Map<string, Buffer[]>();
  const attached: Attached[] = [];
  const answers: Record<string, (input: never) => unknown> = {
    'stage-bytes': (input: { token: string | null; base64: string }) => {
      const token = input.token ?? `token-${staged.size + 1}`;
      staged.set(token, [...(staged.get(token) ?? []), Buffer.from(input.base64, 'base64')]);
      return { token, bytes: 0 };
    },
    'attach-staged': (input: { token: string; name: string }) => {
      if (refuse(input.name)) throw new WorkbookError('file-kind', 'Programs are not taken.');
      attached.push({ name: input.name, bytes: Buffer.concat(staged.get(input.token) ?? []) });
      return { savedAt: '', entity: {} };
    },
  };
  // The function under test calls these two operations only.
  const call = (async (name: string, input: never) => answers[name]?.(input)) as WorkbookClient['call'];
  return { client: { call }, attached };
}

const never = new AbortController().signal;

describe('attaching dropped files', () => {
  it('hands over every byte of a file of several pieces, in order', async () => {
    const bytes = new Uint8Array(PIECE_BYTES * 2 + 17).map((_, index) => (index * 31) % 256);
    const host = fakeHost();
    const outcome = await attachFiles(
      host.client,
      'item',
      [new File([bytes], 'figures.csv')],
      () => undefined,
      never,
    );
    expect(outcome.attached).toEqual(['figures.csv']);
    expect(host.attached[0]?.bytes.equals(Buffer.from(bytes))).toBe(true);
  });

  it('takes an empty file and one of exactly one piece', async () => {
    const host = fakeHost();
    const files = [new File([], 'empty.txt'), new File([new Uint8Array(PIECE_BYTES)], 'full.txt')];
    await attachFiles(host.client, 'item', files, () => undefined, never);
    expect(host.attached.map(({ bytes }) => bytes.length)).toEqual([0, PIECE_BYTES]);
  });

  it('says which file was refused and why, and takes the others', async () => {
    const host = fakeHost((name) => name.endsWith('.exe'));
    const files = [new File(['a'], 'a.exe'), new File(['b'], 'b.txt')];
    const outcome = await attachFiles(host.client, 'item', files, () => undefined, never);
    expect(outcome.refused).toEqual(['a.exe was not attached. Programs are not taken.']);
    expect(outcome.attached).toEqual(['b.txt']);
  });

  it('reports how far it has come, never going back and ending at the whole', async () => {
    const host = fakeHost();
    const seen: UploadPosition[] = [];
    const files = [new File([new Uint8Array(PIECE_BYTES + 1)], 'a'), new File(['b'], 'b')];
    await attachFiles(host.client, 'item', files, (progress) => seen.push(progress), never);
    const parts = seen.map(({ part }) => part);
    expect(parts).toEqual([...parts].sort((left, right) => left - right));
    expect(parts.at(-1)).toBe(1);
    expect(seen.at(-1)).toMatchObject({ name: 'b', position: 2, files: 2 });
  });

  it('stops between pieces and keeps what was attached before', async () => {
    const host = fakeHost();
    const stop = new AbortController();
    const files = [new File(['a'], 'a'), new File([new Uint8Array(PIECE_BYTES * 3)], 'b')];
    const outcome = await attachFiles(
      host.client,
      'item',
      files,
      ({ position }) => position === 2 && stop.abort(),
      stop.signal,
    );
    expect(outcome).toMatchObject({ attached: ['a'], cancelled: true });
    expect(host.attached).toHaveLength(1);
  });
});

describe('base64 of bytes', () => {
  it('is the same as the host reads back, for any length around its step', () => {
    for (const length of [0, 1, 2, 3, 0x8000 - 1, 0x8000, 0x8000 + 1]) {
      const bytes = new Uint8Array(length).map((_, index) => index % 256);
      expect(Buffer.from(base64Of(bytes), 'base64').equals(Buffer.from(bytes))).toBe(true);
    }
  });

  it('says of a dropped folder that it is one, and goes on with the files beside it', async () => {
    const host = fakeHost();
    const [folder, file] = [new File([], 'Minutes'), new File(['a'], 'minutes.txt')];
    const item = (isDirectory: boolean) => ({ kind: 'file', webkitGetAsEntry: () => ({ isDirectory }) });
    const text = { kind: 'string', webkitGetAsEntry: () => null };
    // The two lists are all that is read of what a drop brings.
    const dropped = {
      files: [folder, file],
      items: [text, item(true), item(false)],
    } as unknown as DataTransfer;
    const outcome = await attachFiles(host.client, 'item', droppedFiles(dropped), () => undefined, never);
    expect(outcome.refused).toEqual(['Minutes is a folder. Open it, and drop the files that lie in it.']);
    expect(outcome.attached).toEqual(['minutes.txt']);
  });
});
