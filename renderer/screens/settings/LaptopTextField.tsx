import { type ReactNode, useEffect, useRef, useState } from 'react';
import { TextField } from '../../components/TextField.tsx';
import { AUTOSAVE_PAUSE_MS } from '../../state/autosave.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';

/** A line of this computer's settings that saves itself after a pause, on leaving and before the window closes, and says so. */
export function LaptopTextField(props: {
  readonly label: string;
  readonly hint: ReactNode;
  readonly value: string;
  readonly onSave: (value: string) => Promise<boolean>;
}) {
  const { label, hint, value } = props;
  const { client } = useRendererState();
  const [typed, setTyped] = useState(value);
  const [outcome, setOutcome] = useState('');
  const saved = useRef(value);
  const latestSave = useRef(props.onSave);
  latestSave.current = props.onSave;
  const latestTyped = useRef(typed);
  latestTyped.current = typed;

  /** True when what is typed is kept. */
  async function save(): Promise<boolean> {
    const text = latestTyped.current;
    if (text === saved.current) return true;
    const before = saved.current;
    saved.current = text;
    const isKept = await latestSave.current(text);
    if (!isKept) saved.current = before;
    setOutcome(isKept ? 'Saved.' : 'Not saved.');
    return isKept;
  }
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    const timer = setTimeout(() => void latest.current(), AUTOSAVE_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  useEffect(() => client.onBeforeClose(() => latest.current()), [client]);
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
