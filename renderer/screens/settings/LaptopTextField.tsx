import { type ReactNode, useEffect, useRef, useState } from 'react';
import { TextField } from '../../components/TextField.tsx';
import { AUTOSAVE_PAUSE_MS } from '../../state/autosave.ts';

/** A line of this computer's settings that saves itself after a pause and on leaving, and says when it has. */
export function LaptopTextField(props: {
  readonly label: string;
  readonly hint: ReactNode;
  readonly value: string;
  readonly onSave: (value: string) => Promise<boolean>;
}) {
  const { label, hint, value } = props;
  const [typed, setTyped] = useState(value);
  const [outcome, setOutcome] = useState('');
  const saved = useRef(value);
  const latestSave = useRef(props.onSave);
  latestSave.current = props.onSave;
  const latestTyped = useRef(typed);
  latestTyped.current = typed;

  async function save(): Promise<void> {
    const text = latestTyped.current;
    if (text === saved.current) return;
    const before = saved.current;
    saved.current = text;
    const isKept = await latestSave.current(text);
    if (!isKept) saved.current = before;
    setOutcome(isKept ? 'Saved.' : 'Not saved.');
  }
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    const timer = setTimeout(() => void latest.current(), AUTOSAVE_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  // Leaving the screen is leaving the field.
  useEffect(() => () => void latest.current(), []);

  return (
    <div>
      <TextField
        label={label}
        hint={hint}
        value={typed}
        onValue={(text) => {
          setTyped(text);
          setOutcome('');
        }}
        onBlur={() => void save()}
      />
      <p role="status" className="quiet settings-outcome">
        {outcome}
      </p>
    </div>
  );
}
