import {
  entityCatalogue,
  evidenceKinds,
  indicatorTypes,
  isEntityKind,
  isTypedText,
} from '../../../shared/domain/entityCatalogue.ts';
import { evidenceKindWord } from '../../../shared/domain/evidenceKind.ts';
import { labelOf } from '../../../shared/domain/frameworkRow.ts';
import type { Catalogue } from '../../../shared/domain/frameworkSchema.ts';
import { statusWord, workStatuses } from '../../../shared/domain/gradeScale.ts';
import type { Option } from '../../components/SelectField.tsx';

/** With what a value of a field is written; `none` where it can only be taken as somebody wrote it. */
export type FieldEditor =
  | { readonly kind: 'text'; readonly isLine: boolean }
  | { readonly kind: 'choice'; readonly options: readonly Option[] }
  | { readonly kind: 'date' | 'grade' | 'number' | 'none' };

/** Longer than a line of an entry may be, shorter than a text may be. */
const longerThanALine = 'x'.repeat(2_001);

/** Fields that hold ids or places in an order: nobody types those. */
const notTyped: ReadonlySet<string> = new Set([
  'about',
  'field',
  'indicator',
  'mediaType',
  'order',
  'partOf',
  'series',
  'settles',
]);

/** With what to write a value into the field of a kind of entry. */
export function fieldEditor(entity: string, field: string, catalogue: Catalogue): FieldEditor {
  if (entity === 'grade' && field === 'grade') return { kind: 'grade' };
  if (entity === 'evidence' && field === 'date') return { kind: 'date' };
  if (entity === 'indicator-value' && field === 'value') return { kind: 'number' };
  const options = optionsOf(entity, field, catalogue);
  if (options !== undefined) return { kind: 'choice', options };
  if (!isTypedText(entity, field) || notTyped.has(field)) return { kind: 'none' };
  return { kind: 'text', isLine: !takes(entity, field, longerThanALine) };
}

/** Whether the field of a kind of entry takes the value. */
export function takes(entity: string, field: string, value: unknown): boolean {
  if (!isEntityKind(entity)) return false;
  // The shape of each kind has its own keys; here any name may be asked for.
  const shape: Readonly<Record<string, { safeParse: (given: unknown) => { success: boolean } } | undefined>> =
    entityCatalogue[entity].shape;
  return shape[field]?.safeParse(value).success === true;
}

function optionsOf(entity: string, field: string, catalogue: Catalogue): readonly Option[] | undefined {
  switch (field) {
    case 'status':
      return workStatuses.map((status) => ({ value: status, label: statusWord(status) }));
    case 'kind':
      return evidenceKinds.map((kind) => ({ value: kind, label: evidenceKindWord(kind) }));
    case 'partner':
      return catalogue.partners.map(({ id, title }) => ({ value: id, label: title }));
    case 'outcome':
      return catalogue.outcomes.map((row) => ({ value: row.id, label: labelOf(row) }));
    case 'qualityIndicator':
      return catalogue.qualityIndicators.map((row) => ({ value: row.id, label: labelOf(row) }));
    case 'type':
      return entity === 'indicator'
        ? indicatorTypes.map((type) => ({ value: type, label: type }))
        : undefined;
    default:
      return undefined;
  }
}
