import {
  distinctValues,
  isDeleted,
  settledText,
  type EntityState,
} from '../../../shared/domain/entityState.ts';
import {
  applyCorrections,
  correctionSchema,
  type Correction,
} from '../../../shared/domain/frameworkCorrection.ts';
import { findRow, rowsOf } from '../../../shared/domain/frameworkRow.ts';
import type { Catalogue, FrameworkRow } from '../../../shared/domain/frameworkSchema.ts';
import { shippedCatalogue } from '../../../shared/frameworks/catalogue.ts';
import type { EntityStates } from '../../store/entityStates.ts';

/** The frameworks as this workbook has them: shipped rows, this partnership's corrections and its own partners. */
export function catalogueReader(states: EntityStates) {
  let cached: Catalogue | undefined;
  let rows: ReadonlyMap<string, FrameworkRow> | undefined;

  function read(): Catalogue {
    cached ??= assemble(states);
    return cached;
  }

  return {
    read,
    rowOf(id: string): FrameworkRow | undefined {
      rows ??= new Map(rowsOf(read()).map((row) => [row.id, row]));
      return rows.get(id);
    },
    /** To be called after a change: the next reading sees it. */
    forget(): void {
      cached = undefined;
      rows = undefined;
    },
  };
}

function assemble(states: EntityStates): Catalogue {
  const corrections = [...states.ofKind('framework-row')].flatMap(({ entityId, state }) =>
    correctionsOf(entityId, state),
  );
  const corrected = applyCorrections(shippedCatalogue, corrections);
  const own = [...states.ofKind('partner')].filter(({ state }) => !isDeleted(state));
  const named = new Map(own.map(({ entityId, state }) => [entityId, settledText(state, 'name')]));
  const shippedPartners = corrected.partners.map((partner) => {
    const name = named.get(partner.id);
    if (name === undefined || name === '') return partner;
    return { ...partner, title: name, corrected: partner.corrected || name !== partner.title };
  });
  const shippedIds = new Set(shippedPartners.map(({ id }) => id));
  const ownPartners = own
    .filter(({ entityId }) => !shippedIds.has(entityId))
    .sort((left, right) => orderOf(left.state).localeCompare(orderOf(right.state), 'en-GB'))
    .map(({ entityId, state }) => ownPartner(entityId, state));
  return { ...corrected, partners: [...shippedPartners, ...ownPartners] };
}

function orderOf(state: EntityState): string {
  return `${settledText(state, 'order')} ${ownName(state)}`;
}

/** A partner has to be called something everywhere, also while two people have called it differently. */
function ownName(state: EntityState): string {
  const names = distinctValues(state, 'name').flatMap((name) =>
    typeof name === 'string' && name !== '' ? [name] : [],
  );
  return names.length === 0 ? 'Partner without a name' : names.toSorted().join(' or ');
}

function correctionsOf(rowId: string, state: EntityState): readonly Correction[] {
  const checked = distinctValues(state, 'checked').includes(true);
  const texts = Object.keys(state).flatMap((field) => {
    // Texts in conflict are not applied: the row keeps its shipped words and the screen shows the conflict.
    const parsed = correctionSchema.safeParse({ rowId, field, value: settledText(state, field), checked });
    return parsed.success && parsed.data.value !== '' ? [parsed.data] : [];
  });
  return texts.length > 0 || !checked ? texts : confirmation(rowId);
}

/** "It agrees with our copy", as a correction that leaves the words as they are. */
function confirmation(rowId: string): readonly Correction[] {
  const row = findRow(shippedCatalogue, rowId);
  if (row === undefined) return [];
  if ('title' in row) return [{ rowId, field: 'title', value: row.title, checked: true }];
  return 'text' in row ? [{ rowId, field: 'text', value: row.text, checked: true }] : [];
}

function ownPartner(id: string, state: EntityState): Catalogue['partners'][number] {
  const bodyKind = distinctValues(state, 'bodyKind')[0];
  return {
    id,
    rowKind: 'partner',
    editionId: 'workbook',
    provenance: 'verified',
    wording: 'app',
    source: 'Added in this workbook',
    note: settledText(state, 'note'),
    corrected: false,
    checked: true,
    title: ownName(state),
    bodyKind:
      bodyKind === 'statutory' || bodyKind === 'third-sector' || bodyKind === 'community'
        ? bodyKind
        : 'other',
    statutoryBasis: '',
    actWording: '',
    aliases: [],
  };
}
