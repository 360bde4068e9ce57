/** The word that the bench's texts hold most often. */
export const commonestWord = 'the';

const common =
  'the of and to in a for community justice people is on with that partners by are local as from service support at their was be this have an or which more court social work order unpaid plan evidence year area police council health housing reoffending victims families delivery improvement outcomes partnership shared training group need needs custody prison release access women young recovery mental alcohol drug employment skills third sector views survey data performance strategic national board meeting report reported reduction increase number rate quarter target completed started referred assessed engaged trained attended agreed reviewed published';
const syllables =
  'al ber con dar en fer gil har in jor kel lan mar nor os per quin ros sal ter ul ver win yar zel'.split(
    ' ',
  );

/** Some 4,000 words, of which the first are common and the rest rare, as in real texts. */
const vocabulary: readonly string[] = [
  ...common.split(' '),
  ...syllables.flatMap((first) =>
    syllables.flatMap((middle) =>
      ['en', 'ing', 'ted', 'ion', 'ly', 's'].map((end) => `${first}${middle}${end}`),
    ),
  ),
];

/** `words` words of which the common ones come up as often as in a real text (Zipf's law), as sentences. */
export function writtenText(random: () => number, words: number): string {
  const chosen = Array.from({ length: words }, () => {
    const place = Math.floor(vocabulary.length ** random()) - 1;
    return vocabulary[place] ?? commonestWord;
  });
  const text = chosen.map((word, index) => (index % 14 === 13 ? `${word}.` : word)).join(' ');
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}
