import type { FrameworkRow } from '../../../shared/domain/frameworkSchema.ts';

export type CorrectableField =
  | 'title'
  | 'text'
  | 'guidance'
  | 'definition'
  | 'illustrationVeryGood'
  | 'illustrationWeak';

export type CorrectableText = {
  readonly field: CorrectableField;
  readonly label: string;
  readonly value: string;
};

const labels: readonly (readonly [CorrectableField, string])[] = [
  ['title', 'Title'],
  ['definition', 'Short definition'],
  ['text', 'Text'],
  ['guidance', 'Guidance'],
  ['illustrationVeryGood', 'Illustration of very good, from your copy of the guide'],
  ['illustrationWeak', 'Illustration of weak, from your copy of the guide'],
];

/** The texts of a row that can be corrected or filled in, in the order they are read. */
export function correctableTexts(row: FrameworkRow): readonly CorrectableText[] {
  const values = new Map<string, unknown>(Object.entries(row));
  return labels.flatMap(([field, label]) => {
    const value = values.get(field);
    return typeof value === 'string' ? [{ field, label, value }] : [];
  });
}
