import { useState } from 'react';
import { TextField } from '../../components/TextField.tsx';
import { countWords } from '../../words/countWords.ts';
import { glossaryMatching } from './glossary.ts';

/** The acronyms, with a box to find one. */
export function Glossary() {
  const [typed, setTyped] = useState('');
  const entries = glossaryMatching(typed);
  return (
    <>
      <TextField
        label="Find an acronym or a word"
        type="search"
        className="glossary-find"
        value={typed}
        onValue={setTyped}
      />
      <p role="status" className="quiet">
        {entries.length === 0
          ? `Nothing here is called “${typed.trim()}”.`
          : `${countWords(entries.length, 'entry', 'entries')}.`}
      </p>
      <dl className="glossary">
        {entries.map(({ term, meaning, note }) => (
          <div key={term} className="glossary-entry">
            <dt>{term}</dt>
            <dd>
              {meaning}
              {note !== '' && <span className="quiet">{`. ${note}`}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
