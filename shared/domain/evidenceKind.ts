import type { EvidenceKind } from './entityCatalogue.ts';

const words: Readonly<Record<EvidenceKind, string>> = {
  'performance-data': 'Performance data',
  'views-of-people': 'Views of people',
  document: 'Document',
  'direct-observation': 'Direct observation',
};

const explanations: Readonly<Record<EvidenceKind, string>> = {
  'performance-data': 'Figures and records: numbers, trends, audits of records.',
  'views-of-people':
    'What people with lived experience, victims, families, communities, staff or partners say.',
  document: 'Plans, protocols, minutes, reports.',
  'direct-observation': 'What somebody saw: visits, shadowing, file reading, sitting in on a meeting.',
};

/** The kind as it is shown and exported. */
export function evidenceKindWord(kind: EvidenceKind): string {
  return words[kind];
}

/** One sentence on what belongs to the kind, in the app's own words. */
export function evidenceKindExplanation(kind: EvidenceKind): string {
  return explanations[kind];
}
