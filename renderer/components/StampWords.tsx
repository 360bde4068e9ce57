import type { Stamp } from '../../shared/domain/stamp.ts';
import { useVoiceName } from '../state/useVoiceName.ts';
import { copyWords } from '../words/copyWords.ts';
import { writtenWords } from '../words/writtenWords.ts';

/** Who wrote something, for whom, when, and on which copy. */
export function StampWords(props: { readonly stamp: Stamp }) {
  const { author, voice, replica } = props.stamp;
  const voiceName = useVoiceName(voice);
  return (
    <span className="stamp">
      {author === '' ? 'Name not given' : author}, {voiceName}, {writtenWords(props.stamp)},{' '}
      {copyWords(replica)}
    </span>
  );
}
