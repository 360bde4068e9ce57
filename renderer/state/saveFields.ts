import type { WorkbookClient } from '../../shared/api/client.ts';
import type { InputOf } from '../../shared/api/contract.ts';
import type { Saved } from '../../shared/api/views/fieldView.ts';
import { partsOfVoiced } from '../../shared/domain/entityIdentity.ts';
import type { FieldDraft } from './drafts.ts';

/**
 * Writes some fields of one entity with the operation that its kind has.
 *
 * The voice goes with answers and grades, so that text typed before a change of voice is saved as whom it was typed.
 */
export async function saveFields(
  client: WorkbookClient,
  target: { readonly entity: string; readonly entityId: string },
  drafts: Readonly<Record<string, FieldDraft>>,
): Promise<Saved> {
  const set = mapValues(drafts, (draft) => draft.value);
  const seen = mapValues(drafts, (draft) => [...draft.seen]);
  const voiced = partsOfVoiced(target.entityId);
  // The screens name fields of the catalogue; the dispatcher parses every one and refuses what does not fit.
  if (target.entity === 'answer' && voiced !== undefined) {
    const fields = set as InputOf<'write-answer'>['set'];
    const { subject: question, voice } = voiced;
    return client.call('write-answer', { question, voice, set: fields, seen });
  }
  if (target.entity === 'grade' && voiced !== undefined) {
    const fields = set as InputOf<'set-grade'>['set'];
    const { subject: qualityIndicator, voice } = voiced;
    return client.call('set-grade', { qualityIndicator, voice, set: fields, seen });
  }
  return client.call('edit', { entity: target.entity, entityId: target.entityId, set, seen });
}

function mapValues<From, To>(
  source: Readonly<Record<string, From>>,
  change: (value: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(source).map(([name, value]) => [name, change(value)]));
}
