import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { ParsedInputOf } from '../../../shared/api/contract.ts';
import { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { discardStaged, stagedFile } from '../../store/attachments/stageBytes.ts';
import { workbookPaths } from '../../store/file/workbookPaths.ts';
import type { Ports } from '../ports.ts';
import type { OpenWorkbook } from '../workbook/openWorkbook.ts';
import { asTyped } from './asTyped.ts';
import type { PreviewOrder } from './consolidationDesk.ts';

type Input = ParsedInputOf<'start-consolidation-preview'>;
type Source = PreviewOrder['sources'][number];

type Remembered = {
  readonly workbook: OpenWorkbook;
  readonly order: PreviewOrder;
  /** Of dropped files, which are let go of with the order. */
  readonly tokens: readonly string[];
};

/** The file in a rehearsal's folder whose first line opens its packets. */
const REHEARSAL_PASSPHRASE = 'passphrase.txt';

/**
 * What previews were asked for, by their jobs: files once chosen can be checked again with others and with another
 * passphrase. Kept in memory only, until they are taken in or let go of.
 */
export function previewOrders({ dialogs, grantedFile }: Pick<Ports, 'dialogs' | 'grantedFile'>) {
  const remembered = new Map<string, Remembered>();

  return {
    /**
     * Puts together what is to be checked; null when the person changed their mind, or nothing is left of it.
     *
     * @throws WorkbookError `stale` for an earlier preview that has been let go of; `not-found` for a dropped file that is
     *   gone, and where the workbook is no rehearsal.
     */
    async gather(workbook: OpenWorkbook, input: Input): Promise<Remembered | null> {
      const earlier = input.again === undefined ? undefined : remembered.get(input.again);
      if (input.again !== undefined && earlier?.workbook !== workbook) throw letGo();
      const rehearsal = input.rehearsal === true ? rehearsalOrder(workbook.folder) : undefined;
      const staged = input.staged ?? [];
      const dropped = staged.map(({ token, name }) => ({ path: stagedFile(workbook.folder, token), name }));
      const granted = (input.granted ?? []).map((token) => sourceOf(grantedFile?.(token) ?? gone()));
      const named = isToBeAsked(input)
        ? await dialogs.chooseFiles('Choose packets and returned workbooks')
        : (input.paths ?? []);
      if (named === null) return null;
      const left = new Set(input.leaveOut);
      const sources = [
        ...(earlier?.order.sources.filter((source) => !left.has(source.path)) ?? []),
        ...(rehearsal?.sources ?? []),
        ...named.map((file) => sourceOf(path.resolve(file))),
        ...granted,
        ...dropped,
      ];
      if (sources.length === 0) return null;
      return {
        workbook,
        order: {
          sources: [...new Map(sources.map((source) => [source.path, source])).values()],
          // The one typed last is the likeliest, and each that does not fit costs time.
          passphrases: [
            ...new Set([
              ...asTyped(input.passphrases ?? []),
              ...(rehearsal?.passphrases ?? []),
              ...(earlier?.order.passphrases ?? []),
            ]),
          ],
        },
        tokens: [...(earlier?.tokens ?? []), ...staged.map(({ token }) => token)],
      };
    },

    remember(job: string, asked: Remembered): void {
      for (const [other, { workbook }] of remembered)
        if (workbook !== asked.workbook) remembered.delete(other);
      remembered.set(job, asked);
    },

    /** Lets go of every order, its passphrases and its dropped files. */
    forget(): void {
      for (const { workbook, tokens } of remembered.values()) {
        for (const token of tokens) discardStaged(workbook.folder, token);
      }
      remembered.clear();
    },
  };
}

/** Files are asked for where nothing says which; and beside those of an earlier preview where an empty list says so. */
function isToBeAsked({ again, paths, staged, granted, rehearsal }: Input): boolean {
  if (again !== undefined) return paths?.length === 0;
  const dropped = (staged ?? []).length + (granted ?? []).length;
  return paths === undefined && dropped === 0 && rehearsal !== true;
}

function rehearsalOrder(folder: string): PreviewOrder {
  const { rehearsal } = workbookPaths(folder);
  if (!existsSync(rehearsal))
    throw new WorkbookError('not-found', 'This workbook is no rehearsal: no files came with it.');
  const files = readdirSync(rehearsal, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== REHEARSAL_PASSPHRASE && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .toSorted();
  const passphraseFile = path.join(rehearsal, REHEARSAL_PASSPHRASE);
  const [passphrase = ''] = existsSync(passphraseFile)
    ? readFileSync(passphraseFile, 'utf8').split(/\r?\n/)
    : [];
  return {
    sources: files.map((name) => sourceOf(path.join(rehearsal, name))),
    passphrases: asTyped(passphrase === '' ? [] : [passphrase]),
  };
}

function sourceOf(file: string): Source {
  return { path: file, name: path.basename(file) };
}

function gone(): never {
  throw new WorkbookError('not-found', 'A file that was dropped is not known any more. Drop it again.');
}

function letGo(): WorkbookError {
  return new WorkbookError('stale', 'These packets are not laid out any more. Choose them again.');
}
