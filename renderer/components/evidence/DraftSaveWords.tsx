import { timeWords } from '../../words/dateWords.ts';
import type { KeptDraft } from './draftKeeper.ts';

/** "Saved 14:02", "Saving…" or "Not saved" for a piece of evidence that is being written. */
export function DraftSaveWords(props: { readonly kept: KeptDraft; readonly isDateUnclear: boolean }) {
  const { failure, isUnsaved, savedAt } = props.kept;
  const isSaving = failure === null && isUnsaved;
  const words = failure !== null ? 'Not saved' : isUnsaved ? 'Saving…' : savedWords(savedAt);
  const all =
    props.isDateUnclear && words !== ''
      ? `${words}. The date cannot be read yet: it is kept with the period`
      : words;
  return (
    <p className={failure === null ? 'draft-save-words' : 'draft-save-words draft-save-words--failed'}>
      <span aria-hidden={isSaving ? undefined : true}>{all}</span>
      {/* "Saving…" is not announced: it would speak at every pause while somebody types. */}
      <span role="status" className="visually-hidden">
        {isSaving ? '' : all}
      </span>
    </p>
  );
}

function savedWords(savedAt: string | null): string {
  return savedAt === null ? '' : `Saved ${timeWords(savedAt)}`;
}
