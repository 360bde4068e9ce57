import { useState } from 'react';
import { useSaving } from '../../state/useSaving.ts';
import { useShortcut } from '../../state/useShortcut.ts';
import { useWorkbook } from '../../state/useWorkbook.ts';
import { timeWords } from '../../words/dateWords.ts';

/** "Saved 14:02", "Saving…" or "Not saved": the commit's own time, never a guess. */
export function SaveWords() {
  const {
    state: { phase: state },
    flush,
  } = useSaving();
  const { lastSavedAt } = useWorkbook();
  const [answer, setAnswer] = useState('');
  useShortcut('save', () => {
    setAnswer('');
    void flush().then((isSaved) => setAnswer(isSaved ? 'Everything is saved.' : ''));
  });
  const saved = lastSavedAt === null ? 'Nothing changed yet' : `Saved ${timeWords(lastSavedAt)}`;
  const words = { saved, saving: 'Saving…', failed: 'Not saved' }[state];
  return (
    <p className={`save-words save-words--${state}`}>
      <span>{words}</span>
      {/* "Saving…" is not announced: it would speak at every pause while somebody types. */}
      <span role="status" className="visually-hidden">
        {{ saved: answer === '' ? words : answer, saving: '', failed: words }[state]}
      </span>
    </p>
  );
}
