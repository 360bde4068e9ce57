import type { InputOf } from '../../../shared/api/contract.ts';
import type { FrameworkRow } from '../../../shared/domain/frameworkSchema.ts';
import type { Action } from '../../state/useAction.ts';
import { useCatalogueEdit } from '../../state/useCatalogueEdit.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { correctableTexts } from './correctableTexts.ts';

/** Saving what was typed over a row's texts, or throwing it away; left in another way it is saved. */
export function useCorrection(
  row: FrameworkRow,
  typed: Readonly<Record<string, string>>,
  isChecked: boolean,
  onDone: () => void,
): { readonly saving: Action<[]>; readonly discard: () => void; readonly isChanged: boolean } {
  const { client } = useRendererState();
  const set = changesOf(row, typed, isChecked);
  const isChanged = Object.keys(set).length > 0;
  const edit = useCatalogueEdit({
    isChanged,
    write: () => client.call('correct-framework-row', { row: row.id, set }),
    onDone,
  });
  return { ...edit, isChanged };
}

/** The texts that differ from the row's, and the tick when it changed. */
function changesOf(
  row: FrameworkRow,
  typed: Readonly<Record<string, string>>,
  isChecked: boolean,
): InputOf<'correct-framework-row'>['set'] {
  const texts = correctableTexts(row)
    .map(({ field, value }) => [field, typed[field], value] as const)
    .filter(([, text, value]) => text !== undefined && text !== value)
    .map(([field, text]) => [field, text] as const);
  return { ...Object.fromEntries(texts), ...(isChecked === row.checked ? {} : { checked: isChecked }) };
}
