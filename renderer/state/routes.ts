import type { LinkTarget } from '../../shared/domain/entityIdentity.ts';
import { fieldKey, type FieldAddress } from './fieldKey.ts';
import type { matrixColumnKinds } from '../../shared/api/views/outcomeView.ts';

/** Addresses of the screens. Ids hold `/`, so they are encoded here and decoded in `WorkbookRoutes`. */
export const routes = {
  start: () => '/',
  overview: () => '/overview',
  walk: () => '/walk',
  /** A stop of the walk: a question's id, or a quality indicator's for its grade. */
  walkAt: (stopId: string) => `/walk/${encodeURIComponent(stopId)}`,
  evidence: () => '/evidence',
  evidenceItem: (evidenceId: string) => `/evidence/${encodeURIComponent(evidenceId)}`,
  outcomes: () => '/outcomes',
  outcome: (outcomeId: string) => `/outcomes/${encodeURIComponent(outcomeId)}`,
  matrix: (columns: (typeof matrixColumnKinds)[number]) => `/matrix/${columns}`,
  search: () => '/search',
  history: () => '/history',
  bringTogether: () => '/bring-together',
  conflicts: () => '/bring-together/to-settle',
  /** The card of one field in conflict. */
  conflictAt: (field: FieldAddress) => `/bring-together/to-settle/${encodeURIComponent(fieldKey(field))}`,
  alike: () => '/bring-together/looks-alike',
  handBack: () => '/bring-together/hand-back',
  handOver: () => '/share/hand-over',
  toFillIn: () => '/share/to-fill-in',
  export: () => '/share/export',
  safekeeping: () => '/share/safekeeping',
  frameworks: () => '/frameworks',
  /** The text of one row, open to be corrected. */
  frameworkRow: (rowId: string) => `/frameworks/${encodeURIComponent(rowId)}`,
  settings: () => '/settings',
  help: () => '/help',
} as const;

/** Where a link's target has a screen of its own; undefined where it has none. */
export function routeOfTarget(target: LinkTarget): string | undefined {
  if (target.kind === 'question' || target.kind === 'quality-indicator') {
    return routes.walkAt(target.id);
  }
  return target.kind === 'outcome' ? routes.outcome(target.id) : undefined;
}
