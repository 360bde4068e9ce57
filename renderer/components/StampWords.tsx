import type { Stamp } from '../../shared/domain/stamp.ts';
import { instantWords } from '../words/dateWords.ts';
import { useVoiceName } from '../state/useVoiceName.ts';
import { copyWords } from '../words/copyWords.ts';

/** Who wrote something, for whom, when, and on which copy. */
export function StampWords(props: { readonly stamp: Stamp }) {
  const { author, voice, replica, at } = props.stamp;
  const voiceName = useVoiceName(voice);
  return (
    <span className="stamp">
      {author === '' ? 'Name not given' : author}, {voiceName}, {instantWords(at)}, {copyWords(replica)}
    </span>
  );
}
