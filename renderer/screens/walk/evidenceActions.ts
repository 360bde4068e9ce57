import { createContext, useContext } from 'react';

/** How the evidence list asks for evidence; the dialogs are the drop area's. */
export type EvidenceActions = { readonly add: () => void; readonly link: () => void };

export const EvidenceActionsContext = createContext<EvidenceActions | null>(null);

/** The actions of the drop area around. */
export function useEvidenceActions(): EvidenceActions {
  const actions = useContext(EvidenceActionsContext);
  if (actions === null) throw new Error('An evidence list was drawn outside its drop area');
  return actions;
}
