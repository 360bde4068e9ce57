import { PARTNERSHIP_VOICE } from '../../shared/domain/entityIdentity.ts';
import { useCatalogue } from './useCatalogue.ts';

/** A voice as people call it: "the partnership" or the partner's name; one that comes in with a packet is not listed yet. */
export function useVoiceName(voice: string): string {
  const { partners } = useCatalogue();
  if (voice === PARTNERSHIP_VOICE) return 'the partnership';
  return partners.find((partner) => partner.id === voice)?.title ?? 'a partner not listed here';
}
