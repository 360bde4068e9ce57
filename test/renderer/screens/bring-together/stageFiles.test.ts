import { describe, expect, it } from 'vitest';
import { PIECE_BYTES } from '../../../../renderer/components/evidence/uploadPieces.ts';
import type { UploadPosition } from '../../../../renderer/components/evidence/uploadFiles.ts';
import { stageFiles } from '../../../../renderer/screens/bring-together/stageFiles.ts';
import { workbookClient } from '../../../../shared/api/client.ts';
import type { WorkbookApi } from '../../../../shared/api/workbookApi.ts';
import { WorkbookError } from '../../../../shared/domain/workbookError.ts';
import { scriptedApi, type Script } from '../../support/scriptedApi.ts';

function client(stage: NonNullable<Script['stage-contribution']>, grantFiles?: WorkbookApi['grantFiles']) {
  const api = scriptedApi({ 'stage-contribution': stage });
  return workbookClient(grantFiles === undefined ? api : { ...api, grantFiles });
}

describe('dropped files', () => {
  it('come through whole, piece by piece, with the name they had', async () => {
    const taken = new Map<string, number>();
    const progress: UploadPosition[] = [];
    const outcome = await stageFiles(
      client(({ token, base64 }) => {
        const known = token ?? `t${String(taken.size)}`;
        const bytes = (taken.get(known) ?? 0) + atob(base64).length;
        taken.set(known, bytes);
        return { token: known, bytes };
      }),
      [new File([new Uint8Array(PIECE_BYTES + 1)], 'one.cjpacket'), new File([], 'empty.xlsx')],
      (step) => progress.push(step),
      new AbortController().signal,
    );
    expect(outcome).toEqual({
      granted: [],
      staged: [
        { token: 't0', name: 'one.cjpacket' },
        { token: 't1', name: 'empty.xlsx' },
      ],
      refused: [],
    });
    expect([...taken.values()]).toEqual([PIECE_BYTES + 1, 0]);
    expect(progress.at(-1)).toEqual({ name: 'empty.xlsx', position: 2, files: 2, part: 1 });
  });

  it('are said to be read before the program has answered anything, so that no others are taken meanwhile', () => {
    const progress: UploadPosition[] = [];
    void stageFiles(
      client(
        () => new Promise(() => undefined),
        () => Promise.resolve([null]),
      ),
      [new File(['abc'], 'one.cjpacket')],
      (step) => progress.push(step),
      new AbortController().signal,
    );
    return expect.poll(() => progress).toEqual([{ name: 'one.cjpacket', position: 1, files: 1, part: 0 }]);
  });

  it('that are too large are refused by their size, before anything is read', async () => {
    const sent: unknown[] = [];
    const outcome = await stageFiles(
      client((piece) => {
        sent.push(piece);
        throw new WorkbookError('too-large', 'It is larger than 2 GB.');
      }),
      [new File(['abc'], 'one.cjpacket')],
      () => undefined,
      new AbortController().signal,
    );
    expect(sent).toEqual([{ token: null, bytes: 3, base64: '' }]);
    expect(outcome?.refused).toEqual(['one.cjpacket was not laid out. It is larger than 2 GB.']);
  });

  it('of which the host knows where they lie are not brought over; those out of an e-mail are', async () => {
    const outcome = await stageFiles(
      client(
        () => ({ token: 't', bytes: 1 }),
        () => Promise.resolve(['place', null]),
      ),
      [new File(['a'], 'one.cjpacket'), new File(['b'], 'two.cjpacket')],
      () => undefined,
      new AbortController().signal,
    );
    expect(outcome).toEqual({
      granted: ['place'],
      staged: [{ token: 't', name: 'two.cjpacket' }],
      refused: [],
    });
  });

  it('that are refused do not stop the others, and each is told', async () => {
    let calls = 0;
    const outcome = await stageFiles(
      client(() => {
        calls += 1;
        if (calls === 1) throw new WorkbookError('disk-full', 'The disk is full.');
        return { token: 't', bytes: 1 };
      }),
      [new File(['a'], 'one.cjpacket'), new File(['b'], 'two.cjpacket')],
      () => undefined,
      new AbortController().signal,
    );
    expect(outcome?.refused).toEqual(['one.cjpacket was not laid out. The disk is full.']);
    expect(outcome?.staged.map(({ name }) => name)).toEqual(['two.cjpacket']);
  });

  it('are let go of when somebody stops', async () => {
    const stop = new AbortController();
    const outcome = await stageFiles(
      client(() => {
        stop.abort();
        return { token: 't', bytes: 1 };
      }),
      [new File(['a'], 'one.cjpacket'), new File(['b'], 'two.cjpacket')],
      () => undefined,
      stop.signal,
    );
    expect(outcome).toBeNull();
  });
});
