import { useState } from 'react';
import type { HandBackView } from '../../../shared/api/views/consolidationView.ts';
import type { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { useAction } from '../../state/useAction.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';

type Lists = Pick<HandBackView, 'taken' | 'settled' | 'open' | 'ignored'>;

/** Lines of each list that are read at once. */
const A_PAGE = 100;

/** The lists of a note as far as they have been read: they begin with what came with it. */
export function useNoteLists(note: HandBackView): {
  readonly lists: Lists;
  /** Reads on in all of them. */
  readonly readOn: () => Promise<void>;
  readonly failure: WorkbookError | undefined;
} {
  const { client } = useRendererState();
  const [further, setFurther] = useState<{ readonly note: HandBackView; readonly lists: Lists } | null>(null);
  // Read again, the note begins anew: what was read on belongs to how it stood before.
  const lists = further?.note === note ? further.lists : note;
  const reading = useAction(async () => {
    const { replica, author } = note;
    const offset = Math.max(
      ...[lists.taken, lists.settled, lists.open, lists.ignored].map(({ length }) => length),
    );
    const next = await client.call('list-hand-back', { replica, author, offset, limit: A_PAGE });
    setFurther({
      note,
      lists: {
        taken: [...lists.taken, ...next.taken],
        settled: [...lists.settled, ...next.settled],
        open: [...lists.open, ...next.open],
        ignored: [...lists.ignored, ...next.ignored],
      },
    });
  });
  return { lists, readOn: () => reading.run(), failure: reading.failure };
}
