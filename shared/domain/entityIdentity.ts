/**
 * Ids that follow from what a thing is about, so that two laptops that never met mean the same thing by them.
 *
 * The separators `@`, `>`, `#`, `:` and `+` do not occur in the ids of framework rows, voices or evidence.
 */

/** The voice of the partnership as a whole: the agreed answer and grade. Other voices are partners' ids. */
export const PARTNERSHIP_VOICE = 'partnership';

/** The one entity that holds the workbook's own name, round and marking. */
export const WORKBOOK_ENTITY_ID = 'workbook';

/** What an item of evidence, or an action, can be linked to. */
export const linkTargetKinds = [
  'quality-indicator',
  'question',
  'outcome',
  'indicator',
  'pathway-point',
  'partner',
  'action',
] as const;
export type LinkTargetKind = (typeof linkTargetKinds)[number];

export type LinkTarget = { readonly kind: LinkTargetKind; readonly id: string };

/** The answer to one question for one voice. */
export function answerIdentity(questionId: string, voice: string): string {
  return `${questionId}@${voice}`;
}

/** The grade of one quality indicator for one voice. */
export function gradeIdentity(qualityIndicatorId: string, voice: string): string {
  return `${qualityIndicatorId}@${voice}`;
}

/** The subject and the voice of an answer's or grade's id; undefined when it is not of that form. */
export function partsOfVoiced(
  entityId: string,
): { readonly subject: string; readonly voice: string } | undefined {
  const at = entityId.lastIndexOf('@');
  if (at < 1 || at === entityId.length - 1) return undefined;
  return { subject: entityId.slice(0, at), voice: entityId.slice(at + 1) };
}

/** The link from one item of evidence to one target. */
export function linkIdentity(evidenceId: string, target: LinkTarget): string {
  return `${evidenceId}>${target.kind}:${target.id}`;
}

/** The two ends of a link's id; undefined when it is not of that form. */
export function partsOfLink(
  entityId: string,
): { readonly evidenceId: string; readonly target: LinkTarget } | undefined {
  const match = /^([^>]+)>([a-z-]+):(.+)$/.exec(entityId);
  const [, evidenceId, kind, id] = match ?? [];
  const known = linkTargetKinds.find((candidate) => candidate === kind);
  if (evidenceId === undefined || id === undefined || known === undefined) return undefined;
  return { evidenceId, target: { kind: known, id } };
}

/** One file attached to one item of evidence: the file is known by its content's SHA-256. */
export function attachmentIdentity(evidenceId: string, sha256: string): string {
  return `${evidenceId}#${sha256}`;
}

/** The evidence and the content hash of an attachment's id; undefined when it is not of that form. */
export function partsOfAttachment(
  entityId: string,
): { readonly evidenceId: string; readonly sha256: string } | undefined {
  const match = /^(.+)#([0-9a-f]{64})$/.exec(entityId);
  const [, evidenceId, sha256] = match ?? [];
  return evidenceId === undefined || sha256 === undefined ? undefined : { evidenceId, sha256 };
}

/** That two pieces of evidence are one: the same id whichever of them is named first, so that nobody joins in a circle. */
export function joiningIdentity(evidenceId: string, other: string): string {
  return [evidenceId, other].toSorted().join('+');
}

/** The two pieces of a joining's id, the one that stands for both first; undefined when it is not of that form. */
export function partsOfJoining(
  entityId: string,
): { readonly kept: string; readonly other: string } | undefined {
  const [kept, other, ...more] = entityId.split('+');
  if (kept === undefined || other === undefined || other === '' || more.length > 0) return undefined;
  return { kept, other };
}
