import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { createEvidencePages, type EvidenceList, type EvidenceQuery } from './evidencePages.ts';

const nothingYet: EvidenceList = {
  total: null,
  all: 0,
  rowAt: () => undefined,
  isStale: false,
  problem: null,
};

/** The register for a query, read where somebody looks and read again after every change of the workbook. */
export function useEvidenceList(query: EvidenceQuery): {
  readonly list: EvidenceList;
  readonly look: (start: number, stop: number) => void;
  readonly retry: () => void;
} {
  const { client, session } = useRendererState();
  const revision = useStore(session.store, (state) => state.revision);
  const [list, setList] = useState(nothingYet);
  const [pages] = useState(() => createEvidencePages(client, setList));
  const latestQuery = useRef(query);
  latestQuery.current = query;
  const key = JSON.stringify(query);

  useEffect(() => pages.ask(latestQuery.current), [pages, key, revision]);

  const look = useCallback((start: number, stop: number) => pages.look(start, stop), [pages]);
  const retry = useCallback(() => pages.retry(), [pages]);
  return { list, look, retry };
}
