import type { TracedCall } from './tracedCall.ts';

/**
 * The calls in the lines of a trace of `strace -f -y -xx` that touched `folder`, in their order.
 *
 * @throws for a call that changes the folder in a way that is not modelled: passing over it would prove nothing.
 */
export async function parseTrace(
  lines: AsyncIterable<string>,
  folder: string,
): Promise<readonly TracedCall[]> {
  const inFolder = (path: string): boolean => path === folder || path.startsWith(`${folder}/`);
  const handles = new Map<string, { position: number; appends: boolean }>();
  const calls: TracedCall[] = [];

  for await (const { name, given, answer } of finishedCalls(lines)) {
    const failed = answer.startsWith('-1');
    const handle = /^(\d+)<([^>]*)>/.exec(given);
    const [, number = '', handlePath = ''] = handle ?? [];
    const path = decodeText(handlePath);
    const texts = [...given.matchAll(/"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?/g)].map(([, text = '']) => text);
    const first = decodeText(texts[0] ?? '');
    if (failed) continue;

    switch (name) {
      case 'openat': {
        if (!inFolder(first)) break;
        const opened = /^(\d+)</.exec(answer)?.[1] ?? '';
        handles.set(opened, { position: 0, appends: given.includes('O_APPEND') });
        if (given.includes('O_CREAT')) calls.push({ kind: 'create', path: first });
        if (given.includes('O_TRUNC')) calls.push({ kind: 'truncate', path: first, size: 0 });
        break;
      }
      case 'close':
        handles.delete(number);
        break;
      case 'pwrite64':
        if (inFolder(path)) {
          const offset = Number(/, (\d+)$/.exec(given)?.[1]);
          calls.push({ kind: 'write', path, offset, bytes: decodeBytes(texts[0] ?? '', answer) });
        }
        break;
      case 'write': {
        if (number === '1') calls.push({ kind: 'output', text: first });
        if (!inFolder(path)) break;
        const bytes = decodeBytes(texts[0] ?? '', answer);
        const state = handles.get(number);
        if (state === undefined) throw new Error(`A write to ${path}, which was not seen to be opened`);
        if (state.appends) calls.push({ kind: 'append', path, bytes });
        else calls.push({ kind: 'write', path, offset: state.position, bytes });
        state.position += bytes.length;
        break;
      }
      case 'fsync':
      case 'fdatasync':
        if (inFolder(path)) calls.push({ kind: 'sync', path });
        break;
      case 'ftruncate':
        if (inFolder(path)) calls.push({ kind: 'truncate', path, size: Number(/, (\d+)$/.exec(given)?.[1]) });
        break;
      case 'rename':
        if (inFolder(first)) calls.push({ kind: 'rename', from: first, to: decodeText(texts[1] ?? '') });
        break;
      case 'unlink':
        if (inFolder(first)) calls.push({ kind: 'unlink', path: first });
        break;
      case 'unlinkat': {
        // The name may be one in the folder that the first argument is open on. Folders are as below.
        const unlinked = first.startsWith('/') ? first : `${path}/${first}`;
        if (inFolder(unlinked) && !given.includes('AT_REMOVEDIR'))
          calls.push({ kind: 'unlink', path: unlinked });
        break;
      }
      case 'mkdir':
      case 'rmdir':
        // Folders are there in every image; only what they hold matters.
        break;
      default:
        if (inFolder(path) || inFolder(first))
          throw new Error(`The call ${name} on the workbook is not modelled`);
    }
  }
  return calls;
}

type FinishedCall = { readonly name: string; readonly given: string; readonly answer: string };

/** Each call as one, also where another thread's line came between its beginning and its end. */
async function* finishedCalls(lines: AsyncIterable<string>): AsyncGenerator<FinishedCall> {
  const begun = new Map<string, string>();
  for await (const line of lines) {
    const [, thread = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    if (rest.endsWith('<unfinished ...>')) {
      begun.set(thread, rest.slice(0, -'<unfinished ...>'.length));
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest)?.[1];
    const whole = resumed === undefined ? rest : (begun.get(thread) ?? '') + resumed;
    const [, name, given, answer] = /^(\w+)\((.*)\)\s+= (.*)$/.exec(whole) ?? [];
    if (name !== undefined && given !== undefined && answer !== undefined) {
      yield { name, given: given.trimEnd(), answer };
    }
  }
}

function decodeText(hex: string): string {
  return Buffer.from(hex.replaceAll('\\x', ''), 'hex').toString('utf8');
}

function decodeBytes(hex: string, answer: string): Buffer {
  const bytes = Buffer.from(hex.replaceAll('\\x', ''), 'hex');
  const written = Number(/^\d+/.exec(answer)?.[0]);
  if (bytes.length < written) throw new Error('The trace holds less than was written');
  return bytes.subarray(0, written);
}
