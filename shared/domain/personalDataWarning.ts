/** A pattern that often means that a person can be identified. */
export type PersonalDataSign = 'chi-number' | 'date-of-birth' | 'national-insurance-number';

/** "Date of birth: ", "D.O.B. ", "born on the ". */
const ofBirth = String.raw`\b(?:date of birth\b|d\.?o\.?b\b\.?|born\b(?: on)?(?: the)?)[:\s–-]*`;
/** "1 July 1965", "1st of July 1965", "01/07/65", "1965-07-01". */
const day = String.raw`(?:\d{1,2}(?:st|nd|rd|th)?(?: of)?[./ -]\w{1,9}[./ -]\d{2,4}|\d{4}-\d{2}-\d{2})`;

const tests: readonly (readonly [PersonalDataSign, RegExp])[] = [
  // A Community Health Index number: ten digits that begin with a date, often written as 6 + 4.
  ['chi-number', /\b(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}[ -]?\d{4}\b/],
  ['date-of-birth', new RegExp(ofBirth + day, 'i')],
  ['national-insurance-number', /\b[A-CEGHJ-PR-TW-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b/i],
];

const sentences: Readonly<Record<PersonalDataSign, string>> = {
  'chi-number': 'This looks like a Community Health Index (CHI) number.',
  'date-of-birth': 'This looks like somebody’s date of birth.',
  'national-insurance-number': 'This looks like a National Insurance number.',
};

/** The signs of personal data in a text. It warns; it never blocks and never changes a word. */
export function personalDataSigns(text: string): readonly PersonalDataSign[] {
  return tests.filter(([, pattern]) => pattern.test(text)).map(([sign]) => sign);
}

/** What to say of a sign, in a sentence. */
export function personalDataSentence(sign: PersonalDataSign): string {
  return sentences[sign];
}
