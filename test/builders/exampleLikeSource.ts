import { PARTNERSHIP_VOICE, answerIdentity, gradeIdentity } from '../../shared/domain/entityIdentity.ts';
import type { ExportSource } from '../../shared/domain/exportModel/exportSource.ts';
import { shippedCatalogue } from '../../shared/frameworks/catalogue.ts';
import { entity, evidence, exportSource, several } from './exportSourceBuilder.ts';

/** A small workbook with something on every sheet: several voices, a conflict, evidence of each kind. */
export function exampleLikeSource(): ExportSource {
  const questions = shippedCatalogue.questions.filter(
    ({ qualityIndicatorId }) => qualityIndicatorId === 'ci2016/6.2',
  );
  const [first = 'none', second = 'none', third = 'none'] = questions.map(({ id }) => id);
  const items = [
    evidence(
      1,
      {
        title: 'Your View Counts 2016-17',
        kind: 'views-of-people',
        date: '2017-03-31',
        source: 'Community planning survey of residents',
        shows: 'Six in ten residents had heard of community justice; one in four knew where to have a say.',
        difference: 'The engagement plan was changed to reach people who do not come to meetings.',
        partner: 'partner/local-authority',
        marking: 'OFFICIAL',
      },
      [
        { kind: 'quality-indicator', id: 'ci2016/6.2' },
        { kind: 'question', id: first },
        { kind: 'outcome', id: 'opi2016/structural-1' },
      ],
      [{ name: 'Your View Counts.pdf', bytes: 120_000, sha256: 'a'.repeat(64) }],
    ),
    evidence(
      2,
      {
        title: 'Joint training log',
        kind: 'document',
        date: '2016-11',
        period: 'April to November 2016',
        source: 'Training co-ordinator',
        shows: 'Forty-one members of staff of five partners trained together.',
        partner: 'partner/police-scotland',
      },
      [
        { kind: 'question', id: first },
        { kind: 'outcome', id: 'wd2017/local-2' },
        { kind: 'pathway-point', id: 'pathway2016/1' },
      ],
    ),
    evidence(
      3,
      {
        title: several('Reconvictions', 'Reconviction rate'),
        kind: 'performance-data',
        date: '2016',
        shows: '- 459 of 1,000',
      },
      [{ kind: 'outcome', id: 'opi2016/person-1' }],
      [
        { name: 'rates.xlsx', bytes: 9_000, sha256: 'b'.repeat(64) },
        { name: 'notes.docx', bytes: 8_000, sha256: 'c'.repeat(64) },
      ],
    ),
  ];
  return exportSource({
    evidence: () => items,
    answers: [
      entity('answer', answerIdentity(first, PARTNERSHIP_VOICE), {
        howAreWeDoing: 'Partners plan together every quarter.\nThe third sector has a seat at the table.',
        howDoWeKnow: 'Minutes of the Management Board; the joint training log.',
        whatNext: 'Agree how people with lived experience take part.',
        status: 'ready-for-review',
      }),
      entity('answer', answerIdentity(first, 'partner/police-scotland'), {
        howAreWeDoing: 'Joint tasking each week works well.',
      }),
      entity('answer', answerIdentity(second, PARTNERSHIP_VOICE), {
        howAreWeDoing: several('Two of five protocols have lapsed.', 'All protocols are in force.'),
        status: several('agreed', 'in-progress'),
      }),
      entity('answer', answerIdentity(third, PARTNERSHIP_VOICE), { status: 'to-do' }),
    ],
    grades: [
      entity('grade', gradeIdentity('ci2016/6.2', PARTNERSHIP_VOICE), {
        grade: 4,
        rationale: 'Important strengths, some areas for improvement.',
        status: 'agreed',
      }),
      entity('grade', gradeIdentity('ci2016/6.2', 'partner/police-scotland'), {
        grade: 3,
        rationale: 'Two protocols lapsed.',
      }),
      entity('grade', gradeIdentity('ci2016/1.1', PARTNERSHIP_VOICE), { grade: several(3, 5) }),
      entity('grade', gradeIdentity('ci2016/5.1', PARTNERSHIP_VOICE), { grade: 'not-enough-evidence' }),
    ],
    actions: [
      entity('action', 'action-1', {
        title: 'Review the communication strategy',
        outcome: 'wd2017/local-1',
        due: 'June 2017',
        managedBy: 'Community planning lead',
        order: 'a0',
      }),
      entity('action', 'action-2', {
        title: 'Ask communities how they want to take part',
        outcome: 'wd2017/local-1',
        due: several('31 March 2018', 'March 2018'),
        managedBy: 'Third sector lead',
        partOf: 'action-1',
        order: 'a1',
      }),
    ],
    indicators: [
      entity('indicator', 'opi2016/S1-1', {
        used: true,
        measures: 'Number of events\nNumber of people who came',
      }),
      entity('indicator', 'own-1', {
        title: 'People who know about community justice',
        type: 'Quantitative',
        used: false,
        whyNotUsed: 'No survey this year.',
      }),
    ],
    indicatorValues: [
      entity('indicator-value', 'value-1', {
        indicator: 'own-1',
        series: 'Sexual crimes',
        area: 'Scotland',
        period: '2015-16',
        value: 19,
        unit: 'per 10,000 people',
        caveat: 'The row sums to 459 where the text says 458.',
        order: 'a0',
      }),
    ],
    participation: [
      entity('participation', 'participation-1', {
        activity: 'Development day',
        whoWasInvolved: 'Statutory partners, third sector, people with lived experience',
        learningPoints: '• Language matters\n• Meet where people are',
        order: 'a0',
      }),
    ],
    pathwayCells: [
      entity('pathway-cell', 'partner/police-scotland:pathway2016/1', {
        involved: true,
        basis: 'statutory',
        level: 'both',
        note: 'Arrest referral',
      }),
      entity('pathway-cell', 'partner/scottish-prison-service:pathway2016/1', { involved: false }),
    ],
  });
}
