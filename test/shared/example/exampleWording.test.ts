import { describe, expect, test } from 'vitest';

import { entitiesOf, textOf } from './readExample.ts';
import { documentText, documentsMissing, hasDocuments, passagesOf, plainSigns } from './sourceDocuments.ts';

/** Fields that hold the documents' own words. */
const quoted = {
  evidence: ['shows', 'difference'],
  action: ['title'],
  indicator: ['measures'],
  participation: [
    'activity',
    'whoWasInvolved',
    'learningPoints',
    'strengthsOpportunities',
    'weaknessesThreats',
  ],
  answer: ['howAreWeDoing', 'howDoWeKnow', 'whatNext'],
} as const;

/** A table, told in sentences; its figures are compared below. */
const toldFromTable = 'wd-crime-groups';

/** A measure with parts stands in the plan as a list; here its parts follow one another in a line. */
function partsOf(passage: string): readonly string[] {
  return passage.split('; ').flatMap((part) => part.split(/(?<=:) /u));
}

const quotedPassages = Object.entries(quoted).flatMap(([kind, fields]) =>
  // Object.entries widens the keys of a constant object.
  entitiesOf(kind as keyof typeof quoted)
    .filter((entity) => entity.entityId !== toldFromTable)
    .flatMap((entity) =>
      fields.flatMap((field) => {
        const passages = passagesOf(textOf(entity, field));
        const pieces = field === 'measures' ? passages.flatMap(partsOf) : passages;
        return pieces.map((passage) => ({ place: `${entity.entityId} ${field}`, passage }));
      }),
    ),
);

describe('wording of the example', () => {
  test('every passage stands in the documents word for word', ({ skip }) => {
    skip(!hasDocuments, documentsMissing);
    const text = plainSigns(documentText());
    expect(quotedPassages.filter(({ passage }) => !text.includes(passage))).toEqual([]);
    expect(quotedPassages.length).toBeGreaterThan(250);
  });

  test('every figure in a title, a period or a value stands in the documents', ({ skip }) => {
    skip(!hasDocuments, documentsMissing);
    const figures = new Set(documentText().match(/[\d.,]*\d/gu));
    const shown = [
      ...entitiesOf('evidence').flatMap((item) => [
        textOf(item, 'title'),
        textOf(item, 'shows'),
        textOf(item, 'period'),
      ]),
      ...entitiesOf('indicator-value').map((value) => textOf(value, 'value')),
    ];
    const used = shown.flatMap((text) => text.match(/[\d.,]*\d/gu) ?? []);
    expect(used.filter((figure) => !figures.has(figure))).toEqual([]);
    expect(used.length).toBeGreaterThan(100);
  });

  test('the crime table has the plan’s rows', ({ skip }) => {
    skip(!hasDocuments, documentsMissing);
    const text = plainSigns(documentText());
    for (const area of ['Scotland', 'West Dunbartonshire']) {
      const row = entitiesOf('indicator-value')
        .filter(
          (value) => value.set['indicator'] === 'wd-indicator-crime-groups' && value.set['area'] === area,
        )
        .map((value) => textOf(value, 'value'));
      expect(text).toContain(`${area} ${row.join(' ')}`);
    }
  });

  test('every highlight of every partner in Appendix A is evidence', ({ skip }) => {
    skip(!hasDocuments, documentsMissing);
    const missing = highlightsOfAppendixA().filter(
      (highlight) => !evidenceWords().includes(withoutCommas(highlight)),
    );
    expect(highlightsOfAppendixA()).toHaveLength(47);
    // One highlight names the author of a review; it is quoted with a cut.
    expect(missing.map((highlight) => highlight.slice(0, 27))).toEqual(['In January 2017, COPFS welc']);
  });
});

/** The bullets that follow "Key highlights of …" in each section of Appendix A. */
function highlightsOfAppendixA(): readonly string[] {
  const text = documentText();
  const sections = text.split(/Key highlights of [^\n]*\n/u).slice(1);
  return sections.flatMap((section) => {
    const [bullets = ''] = section.split(
      /\n[^\n]*(?:contributes? to the following|will capitalise on the significant)/u,
    );
    return bullets
      .split(/^· /mu)
      .slice(1)
      .map((bullet) => plainSigns(bullet.split(/\n\s*\n/u)[0] ?? ''));
  });
}

function evidenceWords(): string {
  return withoutCommas(
    plainSigns(
      entitiesOf('evidence')
        .map((item) => textOf(item, 'shows'))
        .join('\n'),
    ),
  );
}

/** The same highlight stands in two sections with a comma more or less. */
function withoutCommas(text: string): string {
  return text.replaceAll(',', '');
}
