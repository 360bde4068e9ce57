import { useState } from 'react';
import { copyText } from '../api/copyText.ts';
import { Button } from './Button.tsx';

/** Copies a text and says whether it did. */
export function CopyTextButton(props: { readonly label: string; readonly text: () => string }) {
  const [outcome, setOutcome] = useState('');
  const handleClick = async () => {
    const isCopied = await copyText(props.text());
    setOutcome(isCopied ? 'Copied.' : 'The computer did not allow copying. Save it instead.');
  };
  return (
    <span className="copy-text">
      <Button onClick={() => void handleClick()}>{props.label}</Button>
      <span role="status">{outcome}</span>
    </span>
  );
}
