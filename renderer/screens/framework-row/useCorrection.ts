import { useEffect, useRef } from 'react';
import type { InputOf } from '../../../shared/api/contract.ts';
import type { FrameworkRow } from '../../../shared/domain/frameworkSchema.ts';
import { type Action, useAction } from '../../state/useAction.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { correctableTexts } from './correctableTexts.ts';

/**
 * Saving what was typed over a row's texts, or throwing it away. The window may be closed meanwhile, or another screen come
 * up, as by the browser's way back: then it is saved rather than lost.
 */
export function useCorrection(
  row: FrameworkRow,
  typed: Readonly<Record<string, string>>,
  isChecked: boolean,
  onDone: () => void,
): { readonly saving: Action<[]>; readonly discard: () => void; readonly isChanged: boolean } {
  const { client, session } = useRendererState();
  const set = changesOf(row, typed, isChecked);
  const isChanged = Object.keys(set).length > 0;

  async function save(): Promise<void> {
    const saved = await client.call('correct-framework-row', { row: row.id, set });
    session.changed(saved.savedAt);
    await session.reloadCatalogue();
  }
  const beforeClose = useRef<() => Promise<boolean>>(async () => true);
  beforeClose.current = async () => {
    if (!isChanged) return true;
    try {
      await save();
      return true;
    } catch {
      // The window stays open with the text in it; pressing the button says what is wrong.
      return false;
    }
  };
  useEffect(() => client.onBeforeClose(() => beforeClose.current()), [client]);
  const isDone = useRef(false);
  useEffect(
    () => () => {
      if (!isDone.current) void beforeClose.current();
    },
    [],
  );
  const finish = (): void => {
    isDone.current = true;
    onDone();
  };
  const saving = useAction(async () => {
    await save();
    finish();
  });
  return { saving, discard: finish, isChanged };
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
