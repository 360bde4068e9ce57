import type { Database } from 'better-sqlite3';
import {
  linkIdentity,
  partsOfJoining,
  partsOfLink,
  type LinkTarget,
} from '../../shared/domain/entityIdentity.ts';
import { distinctValues, settledValue, type EntityState } from '../../shared/domain/entityState.ts';
import { entityStates } from './entityStates.ts';

/**
 * Writes the tables `joining`, `joined` and `link`, and into `evidence` which pieces another one stands for.
 *
 * Pieces that are joined, directly or through others, are one. The first of them by its id that is not deleted stands for
 * all, whoever joined them and in whatever order; it has the links of all that are not deleted. A joining on which people
 * differ joins nothing: then both are to be seen.
 */
export function joinedEvidence(database: Database) {
  const states = entityStates(database);
  const putJoining = database.prepare<[string, string]>(
    'INSERT OR IGNORE INTO joining (one, other) VALUES (?, ?)',
  );
  const dropJoining = database.prepare<[string, string]>('DELETE FROM joining WHERE one = ? AND other = ?');
  const isJoined = database
    .prepare<[string, string], number>('SELECT 1 FROM joining WHERE one = ? OR other = ? LIMIT 1')
    .pluck();
  const group = database
    .prepare<[string], string>(
      `WITH RECURSIVE member (id) AS (
         SELECT ?
         UNION SELECT other FROM member JOIN joining ON one = id
         UNION SELECT one FROM member JOIN joining ON other = id
       ) SELECT id FROM member ORDER BY id`,
    )
    .pluck();
  const isThere = database
    .prepare<[string], number>('SELECT 1 FROM evidence WHERE id = ? AND deleted <> 1')
    .pluck();
  const standIn = database
    .prepare<[string], string>('SELECT stands_in FROM joined WHERE evidence_id = ?')
    .pluck();
  const isOfSeveral = database
    .prepare<{ id: string }, number>(
      'SELECT 1 FROM joined WHERE evidence_id = :id UNION ALL SELECT 1 FROM joined WHERE stands_in = :id LIMIT 1',
    )
    .pluck();
  const standsFor = database
    .prepare<[string], string>('SELECT evidence_id FROM joined WHERE stands_in = ?')
    .pluck();
  const putJoined = database.prepare<[string, string]>(
    'INSERT INTO joined (evidence_id, stands_in) VALUES (?, ?) ON CONFLICT DO UPDATE SET stands_in = excluded.stands_in',
  );
  const dropJoined = database.prepare<[string]>('DELETE FROM joined WHERE evidence_id = ?');
  const list = database.prepare<[number, string]>(
    'UPDATE evidence SET deleted = ? WHERE id = ? AND deleted <> 1',
  );
  const linked = database.prepare<[string], { target_kind: LinkTarget['kind']; target_id: string }>(
    'SELECT target_kind, target_id FROM link WHERE evidence_id = ?',
  );
  const putLink = database.prepare<[string, string, string]>(
    'INSERT OR IGNORE INTO link (evidence_id, target_kind, target_id) VALUES (?, ?, ?)',
  );
  const dropLink = database.prepare<[string, string, string]>(
    'DELETE FROM link WHERE evidence_id = ? AND target_kind = ? AND target_id = ?',
  );

  function settleLink(evidenceId: string, target: LinkTarget, stands: boolean): void {
    (stands ? putLink : dropLink).run(evidenceId, target.kind, target.id);
  }

  /** The links of a piece and of all that it stands for. */
  function settleLinks(evidenceId: string): void {
    const targets = new Map<string, LinkTarget>();
    for (const member of [evidenceId, ...standsFor.all(evidenceId)]) {
      for (const { entityId, state } of states.startingWith('link', `${member}>`)) {
        const target = partsOfLink(entityId)?.target;
        if (target !== undefined && linkStands(state)) targets.set(`${target.kind}:${target.id}`, target);
      }
    }
    for (const { target_kind: kind, target_id: id } of linked.all(evidenceId)) {
      if (!targets.has(`${kind}:${id}`)) settleLink(evidenceId, { kind, id }, false);
    }
    for (const target of targets.values()) settleLink(evidenceId, target, true);
  }

  /** Works out anew who stands for whom among all that a piece is joined with. */
  function settle(evidenceId: string): void {
    const members = group.all(evidenceId);
    const there = members.filter((member) => isThere.get(member) !== undefined);
    const [first] = there;
    const changed = new Set<string>();
    for (const member of members) {
      const before = standIn.get(member);
      const after = first !== undefined && member !== first && there.includes(member) ? first : undefined;
      if (before === after) continue;
      if (after === undefined) dropJoined.run(member);
      else putJoined.run(member, after);
      list.run(after === undefined ? 0 : 2, member);
      for (const one of [member, before, after]) if (one !== undefined) changed.add(one);
    }
    for (const one of changed) settleLinks(one);
  }

  return {
    joining(joiningId: string, state: EntityState): void {
      const parts = partsOfJoining(joiningId);
      if (parts === undefined) return;
      const isAgreed = settledValue(state, 'joined') === true;
      const { changes } = (isAgreed ? putJoining : dropJoining).run(parts.kept, parts.other);
      if (changes === 0) return;
      settle(parts.kept);
      settle(parts.other);
    },

    /** To be told when a piece has come, has been deleted or brought back, or has gone from the log. */
    comeOrGone(evidenceId: string): void {
      if (isJoined.get(evidenceId, evidenceId) !== undefined) settle(evidenceId);
    },

    /** Whether another piece stands for this one. */
    isStoodFor: (evidenceId: string): boolean => standIn.get(evidenceId) !== undefined,

    link(linkId: string, state: EntityState): void {
      const parts = partsOfLink(linkId);
      if (parts === undefined) return;
      const { evidenceId, target } = parts;
      if (isOfSeveral.get({ id: evidenceId }) === undefined)
        return settleLink(evidenceId, target, linkStands(state));
      const standsHere = (member: string): boolean =>
        linkStands(
          member === evidenceId ? state : (states.get('link', linkIdentity(member, target))?.state ?? {}),
        );
      for (const one of [evidenceId, standIn.get(evidenceId)]) {
        if (one !== undefined)
          settleLink(
            one,
            target,
            [one, ...standsFor.all(one)].some((member) => standsHere(member)),
          );
      }
    },
  };
}

/** In conflict (linked by one, unlinked by another) a link stands: it is visible, and somebody decides. */
export function linkStands(state: EntityState): boolean {
  return distinctValues(state, 'linked').includes(true);
}
