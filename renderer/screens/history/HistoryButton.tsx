import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { FieldHistory } from './FieldHistory.tsx';
import type { HistoryOf } from './useHistory.ts';

/** Opens the history of what it stands beside. `what`: "the answer to 6.2, question 3". */
export function HistoryButton(props: { readonly of: HistoryOf; readonly what: string }) {
  const { of, what } = props;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button look="quiet" onClick={() => setIsOpen(true)}>
        History<span className="visually-hidden"> of {what}</span>
      </Button>
      {isOpen && <FieldHistory of={of} what={what} onClose={() => setIsOpen(false)} />}
    </>
  );
}
