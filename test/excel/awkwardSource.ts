import { PARTNERSHIP_VOICE, answerIdentity } from '../../shared/domain/entityIdentity.ts';
import type { ExportSource } from '../../shared/domain/exportModel/exportSource.ts';
import { shippedCatalogue } from '../../shared/frameworks/catalogue.ts';
import { entity, evidence, exportSource, several } from '../builders/exportSourceBuilder.ts';

/** Texts that spreadsheets and their libraries are known to mangle. */
export const awkwardTexts = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '+44 141 000 0000',
  '-2 points since 2015',
  '@SUM(1)',
  '_x0041_ and _x005F_',
  '  spaces at both ends  ',
  'tab\tand\nlines\n',
  'a < b && c > d "quoted" \'single\' ]]>',
  '👩‍👩‍👧 é \u202Eabc\u202C ﷽',
  '0123',
  '1E5',
  'TRUE',
  '2016-11-03',
  '#REF!',
  'control \u0000\u0007 characters',
  'CR LF\r\nline ends',
  'half a character \ud83d here',
];

/** A workbook of awkward texts, very long ones, and fields that are not settled. */
export function awkwardSource(): ExportSource {
  const [first = '', second = ''] = shippedCatalogue.questions.map(({ id }) => id);
  const long = 'Partners met and agreed what to look at again, who does so, and by when. '.repeat(40);
  return exportSource({
    workbook: entity('workbook', 'workbook', {
      partnership: 'Argyll & Bute <East> "Partnership"',
      round: '2026-27',
      marking: several('OFFICIAL', 'OFFICIAL-SENSITIVE'),
    }),
    evidence: () => [
      ...awkwardTexts.map((text, index) =>
        evidence(index + 1, { title: text, shows: text, kind: 'document' }),
      ),
      evidence(awkwardTexts.length + 1, {
        title: 'A very long text',
        shows: 'word '.repeat(15_000),
        date: '2016-11-03',
      }),
      evidence(awkwardTexts.length + 2, {
        title: several('One', 'Two'),
        date: several('2016', '2017-01-05'),
      }),
    ],
    answers: [
      entity('answer', answerIdentity(first, PARTNERSHIP_VOICE), {
        howAreWeDoing: long,
        howDoWeKnow: long.slice(0, 700),
      }),
      entity('answer', answerIdentity(second, PARTNERSHIP_VOICE), {
        howAreWeDoing: several(long.slice(0, 300), '=1+1', 'A third opinion'),
      }),
    ],
    indicatorValues: [
      entity('indicator-value', 'v1', { indicator: 'own', value: several(458, 459), series: 'Scotland' }),
    ],
  });
}
