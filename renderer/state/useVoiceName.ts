import { PARTNERSHIP_VOICE } from '../../shared/domain/entityIdentity.ts';
import { useCatalogue } from './useCatalogue.ts';

/** A voice as people call it: "the partnership" or the partner's name. */
export function useVoiceName(voice: string): string {
  const { partners } = useCatalogue();
  if (voice === PARTNERSHIP_VOICE) return 'the partnership';
  return partners.find((partner) => partner.id === voice)?.title ?? voice;
}
