import { useEffect, useRef, useState } from 'react';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { type AttachOutcome, attachFiles } from './attachFiles.ts';
import type { UploadPosition } from './uploadFiles.ts';

/** Attaching files to evidence: how far it is, what was refused, and how to stop it. */
export type Upload = {
  readonly progress: UploadPosition | null;
  readonly refused: readonly string[];
  readonly start: (evidence: string, files: readonly File[]) => Promise<AttachOutcome>;
  readonly cancel: () => void;
};

export function useUpload(): Upload {
  const { client, session } = useRendererState();
  const [progress, setProgress] = useState<UploadPosition | null>(null);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);

  return {
    progress,
    refused,
    start: async (evidence, files) => {
      const controller = new AbortController();
      stop.current = controller;
      setRefused([]);
      const outcome = await attachFiles(client, evidence, files, setProgress, controller.signal);
      setProgress(null);
      setRefused(outcome.refused);
      if (outcome.saved !== null) session.changed(outcome.saved.savedAt);
      return outcome;
    },
    cancel: () => stop.current?.abort(),
  };
}
