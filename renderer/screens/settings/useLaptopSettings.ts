import { useCallback, useEffect, useState } from 'react';
import type { LaptopSettings } from '../../../shared/api/views/workbookView.ts';
import type { WorkbookError } from '../../../shared/domain/workbookError.ts';
import { failureOf } from '../../state/failureOf.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';

/** What is kept on this computer and in no workbook. */
export function useLaptopSettings(): {
  readonly settings: LaptopSettings | undefined;
  /** Saves some of them; true when they are kept. */
  readonly change: (part: Partial<LaptopSettings>) => Promise<boolean>;
  /** Asks for the second folder with a dialog, and keeps what was chosen; true when nothing went wrong. */
  readonly chooseSecondFolder: () => Promise<boolean>;
  readonly failure: WorkbookError | undefined;
} {
  const { client, session } = useRendererState();
  const [settings, setSettings] = useState<LaptopSettings | undefined>(undefined);
  const [failure, setFailure] = useState<WorkbookError | undefined>(undefined);

  useEffect(() => {
    let isWanted = true;
    client
      .call('read-laptop-settings', {})
      .then((read) => isWanted && setSettings(read))
      .catch((caught: unknown) => isWanted && setFailure(failureOf(caught)));
    return () => {
      isWanted = false;
    };
  }, [client]);

  const keep = useCallback(
    async (changed: Promise<LaptopSettings>) => {
      try {
        setSettings(await changed);
        setFailure(undefined);
        session.changed();
        return true;
      } catch (caught) {
        setFailure(failureOf(caught));
        return false;
      }
    },
    [session],
  );
  const change = useCallback(
    (part: Partial<LaptopSettings>) => keep(client.call('change-laptop-settings', part)),
    [client, keep],
  );
  const chooseSecondFolder = useCallback(
    () => keep(client.call('choose-second-backup-folder', {})),
    [client, keep],
  );
  return { settings, change, chooseSecondFolder, failure };
}
