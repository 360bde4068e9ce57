import { useState } from 'react';
import { useHost } from '../evidence/useHost.ts';

/** Where a file is to be written: typed in a browser, asked for by the host's own dialog elsewhere. */
export type TargetPath = {
  /** False in the first moment, in which it is not known yet how the place is chosen here. */
  readonly isReady: boolean;
  readonly isTyped: boolean;
  readonly path: string;
  readonly setPath: (path: string) => void;
  /** What is wrong with it once somebody has tried to go on. */
  readonly problem: string | undefined;
  /** The path as typed, undefined where the host asks for it; null when it is still wanted, which is said from then on. */
  readonly take: () => string | undefined | null;
};

/** A place that starts out empty. `wanted` says so: "Type where the file is to be written." */
export function useTargetPath(wanted: string): TargetPath {
  const host = useHost();
  const isReady = host !== undefined;
  const isTyped = isReady && host !== 'electron';
  const [path, setPath] = useState('');
  const [isAsked, setIsAsked] = useState(false);
  const isMissing = path.trim() === '';
  return {
    isReady,
    isTyped,
    path,
    setPath,
    problem: isAsked && isMissing ? wanted : undefined,
    take: () => {
      if (!isTyped) return undefined;
      setIsAsked(isMissing);
      return isMissing ? null : path.trim();
    },
  };
}
