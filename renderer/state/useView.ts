import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { InputOf, OutputOf } from '../../shared/api/contract.ts';
import type { OperationName } from '../../shared/api/operationNames.ts';
import type { EntityView } from '../../shared/api/views/fieldView.ts';
import type { WorkbookError } from '../../shared/domain/workbookError.ts';
import { failureOf } from './failureOf.ts';
import { useRendererState } from './RendererStateContext.tsx';

/** A view on its way: the value when it is there, or why it is not. */
export type ViewState<Value> = {
  readonly value: Value | undefined;
  readonly failure: WorkbookError | undefined;
  readonly isLoading: boolean;
  readonly reload: () => void;
};

type Held<Value> = {
  readonly key: string;
  readonly value?: Value;
  readonly failure?: WorkbookError;
};

/**
 * Reads a view and reads it again after every change of the workbook.
 *
 * While another input is read there is no value, unless `keepPrevious` asks for the last one (lists that are filtered).
 * A reload keeps the old value until the new one is there, also when it fails: nobody's field goes from under their hands.
 */
export function useView<Name extends OperationName>(
  name: Name,
  input: InputOf<Name>,
  options: { readonly keepPrevious?: boolean } = {},
): ViewState<OutputOf<Name>> {
  const { client, session, autosave, views } = useRendererState();
  const revision = useStore(session.store, (state) => state.revision);
  const [attempt, setAttempt] = useState(0);
  const [held, setHeld] = useState<Held<OutputOf<Name>> | undefined>(undefined);
  const [isLoading, setIsLoading] = useState(true);
  const key = JSON.stringify([name, input]);
  const latestInput = useRef(input);
  latestInput.current = input;

  useEffect(() => {
    let isWanted = true;
    const mark = autosave.mark();
    setIsLoading(true);
    client
      .call(name, latestInput.current)
      .then((value) => {
        for (const entity of entitiesIn(value)) autosave.adopt(entity, mark);
        views.remember(name, key, value);
        if (isWanted) setHeld({ key, value });
      })
      .catch((caught: unknown) => {
        const failure = failureOf(caught);
        if (isWanted) setHeld((before) => (before?.key === key ? { ...before, failure } : { key, failure }));
      })
      .finally(() => {
        if (isWanted) setIsLoading(false);
      });
    return () => {
      isWanted = false;
    };
  }, [client, autosave, views, name, key, revision, attempt]);

  const reload = useCallback(() => setAttempt((count) => count + 1), []);
  const isCurrent = held?.key === key;
  const read = isCurrent || options.keepPrevious === true ? held?.value : undefined;
  return {
    // Remembered under the same name and input, so it is this operation's output.
    value: read ?? (views.recall(key) as OutputOf<Name> | undefined),
    failure: isCurrent ? held.failure : undefined,
    isLoading: isLoading || !isCurrent,
    reload,
  };
}

/** The entities that a view carries for editing: its own properties and those of its `others`. */
function entitiesIn(view: unknown): readonly EntityView[] {
  if (typeof view !== 'object' || view === null) return [];
  const own = Object.values(view);
  const others = 'others' in view && Array.isArray(view.others) ? view.others : [];
  const nested = others.map((other: unknown) =>
    typeof other === 'object' && other !== null && 'entity' in other ? other.entity : undefined,
  );
  return [...own, ...nested].filter(isEntityView);
}

function isEntityView(value: unknown): value is EntityView {
  return typeof value === 'object' && value !== null && 'entityId' in value && 'seen' in value;
}
