import { useMemo } from 'react';
import type { LinkTarget } from '../../../shared/domain/entityIdentity.ts';
import { findRow, labelOf } from '../../../shared/domain/frameworkRow.ts';
import { useCatalogue } from '../../state/useCatalogue.ts';

/** What partners and link targets are called, by their ids; an id that the frameworks don't have stands for itself. */
export function useTargetNames(): {
  readonly partner: (id: string) => string;
  readonly target: (target: LinkTarget) => string;
} {
  const catalogue = useCatalogue();
  return useMemo(() => {
    const nameOf = (id: string): string => {
      const row = findRow(catalogue, id);
      return row === undefined ? id : labelOf(row);
    };
    return { partner: nameOf, target: ({ id }) => nameOf(id) };
  }, [catalogue]);
}
