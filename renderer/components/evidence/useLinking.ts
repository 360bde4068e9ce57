import { useCallback, useState } from 'react';
import { type LinkTarget, linkIdentity } from '../../../shared/domain/entityIdentity.ts';
import type { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { failureOf } from '../../state/failureOf.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';

/** Links and unlinks at once, several under way together; what was asked for shows unless it was refused. */
export function useLinking(): {
  readonly setLinked: (evidence: string, target: LinkTarget, isLinked: boolean) => Promise<void>;
  /** What was asked for and not refused, over what the workbook said last. */
  readonly isLinked: (evidence: string, target: LinkTarget, inWorkbook: boolean) => boolean;
  readonly failure: WorkbookError | null;
} {
  const { client, session } = useRendererState();
  const [asked, setAsked] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [failure, setFailure] = useState<WorkbookError | null>(null);

  const setLinked = useCallback(
    async (evidence: string, target: LinkTarget, isLinked: boolean) => {
      const id = linkIdentity(evidence, target);
      setFailure(null);
      setAsked((now) => new Map(now).set(id, isLinked));
      try {
        const reply = await client.call('link-evidence', { evidence, target, linked: isLinked });
        session.changed(reply.savedAt);
      } catch (caught) {
        setAsked((now) => new Map(now).set(id, !isLinked));
        setFailure(failureOf(caught));
      }
    },
    [client, session],
  );
  return {
    setLinked,
    isLinked: (evidence, target, inWorkbook) => asked.get(linkIdentity(evidence, target)) ?? inWorkbook,
    failure,
  };
}
