import { useState } from 'react';
import type { WorkbookClient } from '../../shared/api/client.ts';
import { failureOf } from '../state/failureOf.ts';
import { Button } from './Button.tsx';

/** Writes text that could not be saved to a file that the person chooses, and says where it went. */
export function SaveElsewhereButton(props: { readonly client: WorkbookClient; readonly text: () => string }) {
  const [outcome, setOutcome] = useState('');
  const handleClick = async () => {
    try {
      const { path } = await props.client.call('save-emergency-text', { text: props.text() });
      setOutcome(path === null ? '' : `Saved in ${path}.`);
    } catch (caught) {
      setOutcome(`That did not work either: ${failureOf(caught).message}`);
    }
  };
  return (
    <span className="copy-text">
      <Button onClick={() => void handleClick()}>Save it to another place</Button>
      <span role="status">{outcome}</span>
    </span>
  );
}
