import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { SelectField } from '../../components/SelectField.tsx';
import { TextField } from '../../components/TextField.tsx';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useShortcut } from '../../state/useShortcut.ts';
import { walkFilterKinds } from '../../state/walkState.ts';
import { countWords } from '../../words/countWords.ts';
import { walkFilterWord } from './walkFilter.ts';

/** What the outline shows. Previous and next keep to it. */
export function OutlineFilter(props: {
  readonly questionsShown: number;
  readonly questions: number;
  /** Its key was pressed: the outline may be folded away. */
  readonly onAsked: () => void;
}) {
  const { walk } = useRendererState();
  const filter = useStore(walk, (state) => state.filter);
  const place = useRef<HTMLDivElement>(null);
  const [asked, setAsked] = useState(0);
  useShortcut('filter', () => {
    props.onAsked();
    setAsked((count) => count + 1);
  });
  useEffect(() => {
    if (asked > 0) place.current?.querySelector('select')?.focus();
  }, [asked]);
  const isFiltered = props.questionsShown !== props.questions;
  return (
    <div className="outline__filter" ref={place} role="search" aria-label="Filter the outline">
      <SelectField
        label="Show"
        isLabelHidden
        value={filter.kind}
        options={walkFilterKinds.map((kind) => ({ value: kind, label: walkFilterWord(kind) }))}
        onValue={(value) => {
          const kind = walkFilterKinds.find((one) => one === value) ?? 'all';
          walk.setState({ filter: { ...filter, kind } });
        }}
      />
      <TextField
        label="Containing text"
        isLabelHidden
        placeholder="Containing…"
        type="search"
        value={filter.text}
        onValue={(text) => walk.setState({ filter: { ...filter, text } })}
      />
      <p role="status" className={isFiltered ? 'outline__found' : 'visually-hidden'}>
        {isFiltered ? `${countWords(props.questionsShown, 'question')} shown` : ''}
      </p>
    </div>
  );
}
