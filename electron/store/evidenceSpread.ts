import type { Database } from 'better-sqlite3';
import type { EvidenceKind } from '../../shared/domain/entityCatalogue.ts';
import type { LinkTarget } from '../../shared/domain/entityIdentity.ts';
import type { EvidenceSummary } from '../../shared/domain/evidenceStrength.ts';

/** Deleted evidence that somebody else changed is in conflict: it is exported, and says so. What is joined goes out once. */
export const EXPORTED_EVIDENCE = '(deleted = 0 OR (deleted = 1 AND conflict = 1))';

/** All evidence of a snapshot in the order of its titles, and what it is linked to, held in a few megabytes. */
export type EvidenceSpread = ReturnType<typeof evidenceSpread>;

/**
 * Reads once what an export asks for again and again: for a hundred thousand items, asking the database for each of its
 * targets took twelve seconds, and this takes less than one. Places count from 0 in the order of titles, then ids, so
 * that two copies with the same records have the same places.
 */
export function evidenceSpread(database: Database) {
  const items = database
    .prepare<[], Item>(
      `SELECT number, id, kind, date, partner, deleted FROM evidence
       WHERE ${EXPORTED_EVIDENCE} ORDER BY title COLLATE NOCASE, id`,
    )
    .all();
  const placeOfId = new Map(items.map(({ id }, place) => [id, place]));
  const briefs = items.map(({ kind, date, partner, deleted }): Brief => ({ kind, date, partner, deleted }));
  const placesOfTarget = new Map<string, number[]>();
  const links = database.prepare<[], Link>('SELECT target_kind, target_id, evidence_id FROM link');
  for (const { target_kind, target_id, evidence_id } of links.iterate()) {
    const place = placeOfId.get(evidence_id);
    if (place === undefined) continue;
    const key = keyOf(target_kind, target_id);
    const places = placesOfTarget.get(key);
    if (places === undefined) placesOfTarget.set(key, [place]);
    else places.push(place);
  }

  /** The places of the items linked to any of the targets, each once, in order. */
  function placesLinkedTo(targets: readonly LinkTarget[]): readonly number[] {
    const places = targets.flatMap(({ kind, id }) => placesOfTarget.get(keyOf(kind, id)) ?? []);
    return [...new Set(places)].sort((left, right) => left - right);
  }

  return {
    /** The number of the evidence at each place. */
    numbers: Int32Array.from(items, ({ number }) => number),
    placesLinkedTo,

    /** What the strength rule looks at. Items that somebody deleted do not count, settled or not. */
    summaryOf(targets: readonly LinkTarget[]): EvidenceSummary {
      const kinds = new Set<EvidenceKind>();
      const partners = new Set<string>();
      let newest: string | null = null;
      let count = 0;
      for (const place of placesLinkedTo(targets)) {
        const brief = briefs[place];
        if (brief === undefined || brief.deleted === 1) continue;
        count += 1;
        if (brief.kind !== null) kinds.add(brief.kind);
        if (brief.partner !== null) partners.add(brief.partner);
        if (brief.date !== null && (newest === null || brief.date > newest)) newest = brief.date;
      }
      return { count, kinds: [...kinds].sort(), newest, partners: partners.size };
    },
  };
}

type Brief = {
  readonly kind: EvidenceKind | null;
  readonly date: string | null;
  readonly partner: string | null;
  readonly deleted: number;
};
type Item = Brief & { readonly number: number; readonly id: string };
type Link = { readonly target_kind: string; readonly target_id: string; readonly evidence_id: string };

function keyOf(kind: string, id: string): string {
  return `${kind} ${id}`;
}
