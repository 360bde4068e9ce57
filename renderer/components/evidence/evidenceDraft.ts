import type { InputOf } from '../../../shared/api/contract.ts';
import { evidenceKinds } from '../../../shared/domain/entityCatalogue.ts';
import { readTypedDate } from './evidenceDate.ts';

/** A piece of evidence as it is typed before it is added: every field as text. */
export type EvidenceDraft = {
  readonly title: string;
  readonly kind: string;
  readonly date: string;
  readonly period: string;
  readonly source: string;
  readonly shows: string;
  readonly difference: string;
  readonly partner: string;
};

export const emptyDraft: EvidenceDraft = {
  title: '',
  kind: '',
  date: '',
  period: '',
  source: '',
  shows: '',
  difference: '',
  partner: '',
};

const LONGEST_TITLE = 120;

/** What to begin with when a text was pasted or a file dropped: a title from its first words or its name. */
export function startingDraft(given: {
  readonly text?: string | undefined;
  readonly files?: readonly { readonly name: string }[] | undefined;
}): EvidenceDraft {
  const text = given.text?.trim() ?? '';
  const fileName = given.files?.[0]?.name;
  const title = fileName === undefined ? titleFromText(text) : titleFromFileName(fileName);
  return { ...emptyDraft, title, shows: text };
}

/** Whether anything was typed, chosen or prefilled. */
export function hasContent(draft: EvidenceDraft): boolean {
  return Object.values(draft).some((value) => value.trim() !== '');
}

/** Whether there is a text that can be kept: a choice alone is made again in a moment. */
export function hasText(draft: EvidenceDraft): boolean {
  const { kind: _kind, partner: _partner, ...texts } = everyFieldOf(draft);
  return Object.values(texts).some((value) => value !== null);
}

export type DraftProblems = { readonly title?: string; readonly date?: string };

/** What stands in the way of adding the draft, by field; empty when nothing does. */
export function draftProblems(draft: EvidenceDraft): DraftProblems {
  const date = readTypedDate(draft.date);
  return {
    ...(draft.title.trim() === '' ? { title: 'Give it a title, so that it can be found again.' } : {}),
    ...(date.ok ? {} : { date: date.problem }),
  };
}

/** The fields to set; empty ones are left out. Only for drafts without problems. */
export function fieldsOfDraft(draft: EvidenceDraft): InputOf<'add-evidence'>['set'] {
  const all = Object.entries(everyFieldOf(draft)).filter(([, value]) => value !== null);
  return Object.fromEntries(all);
}

/**
 * Every field of the draft as it is kept; empty ones as null. A date that cannot be read is kept with the period, which
 * may be any words: it was typed, and what is typed is not lost.
 */
export function everyFieldOf(draft: EvidenceDraft): Record<keyof EvidenceDraft, string | null> {
  const date = readTypedDate(draft.date);
  return {
    title: textOrNothing(draft.title),
    kind: evidenceKinds.find((candidate) => candidate === draft.kind) ?? null,
    date: date.ok ? date.date : null,
    period: textOrNothing(date.ok ? draft.period : `${draft.period} ${draft.date}`),
    source: textOrNothing(draft.source),
    shows: textOrNothing(draft.shows),
    difference: textOrNothing(draft.difference),
    partner: textOrNothing(draft.partner),
  };
}

function textOrNothing(typed: string): string | null {
  return typed.trim() === '' ? null : typed.trim();
}

function titleFromText(text: string): string {
  const [firstLine = ''] = text.split('\n');
  if (firstLine.length <= LONGEST_TITLE) return firstLine.trim();
  const cut = firstLine.slice(0, LONGEST_TITLE);
  return `${cut.slice(0, cut.lastIndexOf(' ') + 1 || LONGEST_TITLE).trim()} …`;
}

function titleFromFileName(name: string): string {
  const withoutEnding = name.replace(/\.[A-Za-z0-9]{1,5}$/, '');
  return withoutEnding.replaceAll(/[_]+/g, ' ').trim();
}
