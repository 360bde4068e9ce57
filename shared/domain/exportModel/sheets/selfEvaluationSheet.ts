import { workStatuses, statusWord } from '../../gradeScale.ts';
import { PARTNERSHIP_VOICE, partsOfVoiced } from '../../entityIdentity.ts';
import type { Question } from '../../frameworkGuideRows.ts';
import { isAnswer } from '../coverage.ts';
import { evidenceNumber } from '../evidenceColumns.ts';
import type { ExportNames } from '../exportNames.ts';
import type { ExportEntity, ExportSource } from '../exportSource.ts';
import { liveText, wordsFrom } from '../liveText.ts';
import type { Cell, Sheet } from '../sheetModel.ts';
import { whoseWords } from '../whoseWords.ts';

/** So many pieces of evidence are named beside an answer; the register names them all. */
const NAMED_EVIDENCE = 12;
const word = wordsFrom(workStatuses, statusWord);

/** A row for every question and voice: the partnership's always, other voices' where they wrote something. */
export function selfEvaluationSheet(source: ExportSource, names: ExportNames): Sheet {
  const rows = questionRows(source, names);
  return {
    name: 'Self-evaluation',
    title: 'Self-evaluation: answers to the questions',
    purpose: 'Every question of the framework, with what each voice answered.',
    about:
      'A row for each question and voice. The partnership’s row is the agreed answer; other voices stand in rows of their own.',
    columns: [
      { key: 'number', header: 'No.', width: 15, kind: 'text' },
      { key: 'qualityIndicator', header: 'Quality indicator', width: 20, kind: 'text' },
      { key: 'question', header: 'Question', width: 34, kind: 'text' },
      { key: 'words', header: 'Whose words', width: 14, kind: 'text' },
      { key: 'voice', header: 'Voice', width: 16, kind: 'text' },
      { key: 'howAreWeDoing', header: 'How are we doing?', width: 60, kind: 'text' },
      { key: 'howDoWeKnow', header: 'How do we know?', width: 50, kind: 'text' },
      { key: 'whatNext', header: 'What are we going to do next?', width: 46, kind: 'text' },
      { key: 'status', header: 'Status', width: 14, kind: 'choice', choices: workStatuses.map(statusWord) },
      { key: 'pieces', header: 'Pieces of evidence', width: 11, kind: 'number' },
      { key: 'evidence', header: 'Evidence', width: 30, kind: 'text' },
    ],
    frozenColumns: 1,
    rows,
    emptySentence: 'The frameworks of this workbook have no questions.',
    table: 'SelfEvaluation',
    print: { orientation: 'landscape', paper: 'A3' },
    counted: [
      { name: 'Answers', rule: 'rows-with-any-of', keys: ['howAreWeDoing', 'howDoWeKnow', 'whatNext'] },
    ],
    charts: [],
  };
}

function questionRows(source: ExportSource, names: ExportNames): readonly (readonly Cell[])[] {
  const byQuestion = new Map<string, ExportEntity<'answer'>[]>();
  for (const answer of source.answers) {
    const { subject, voice } = partsOfVoiced(answer.id) ?? { subject: answer.id, voice: '' };
    // How far the agreed answer has come is shown even before there is one.
    if (voice !== PARTNERSHIP_VOICE && !isAnswer(answer)) continue;
    byQuestion.set(subject, [...(byQuestion.get(subject) ?? []), answer]);
  }
  const inCatalogue = source.catalogue.questions.flatMap((question) => {
    const answers = byQuestion.get(question.id) ?? [];
    byQuestion.delete(question.id);
    const evidence = evidenceOf(source, question.id);
    return voicesOf(answers).map(([voice, answer]) => [
      names.question(question.id),
      qualityIndicatorCell(question, names),
      question.text,
      whoseWords(question, source.catalogue),
      names.voice(voice),
      ...answerCells(answer),
      ...(voice === PARTNERSHIP_VOICE ? evidence : [null, null]),
    ]);
  });
  // Answers to questions that this edition does not have: somebody wrote them, so they are shown.
  const others = [...byQuestion].flatMap(([question, answers]) =>
    answers.map((answer) => [
      question,
      null,
      'Not in the framework edition used here',
      null,
      names.voice(partsOfVoiced(answer.id)?.voice ?? ''),
      ...answerCells(answer),
      ...evidenceOf(source, question),
    ]),
  );
  return [...inCatalogue, ...others];
}

/** The agreed answer first, even where there is none yet, then the other voices in the order of their ids. */
function voicesOf(
  answers: readonly ExportEntity<'answer'>[],
): readonly (readonly [string, ExportEntity<'answer'> | undefined])[] {
  const byVoice = new Map(answers.map((answer) => [partsOfVoiced(answer.id)?.voice ?? '', answer]));
  const others = [...byVoice.keys()].filter((voice) => voice !== PARTNERSHIP_VOICE).sort();
  return [PARTNERSHIP_VOICE, ...others].map((voice) => [voice, byVoice.get(voice)]);
}

function answerCells(answer: ExportEntity<'answer'> | undefined): readonly Cell[] {
  if (answer === undefined) return [null, null, null, null];
  return [
    liveText(answer, 'howAreWeDoing'),
    liveText(answer, 'howDoWeKnow'),
    liveText(answer, 'whatNext'),
    liveText(answer, 'status', word),
  ];
}

function evidenceOf(source: ExportSource, questionId: string): readonly Cell[] {
  const target = { kind: 'question', id: questionId } as const;
  const { count } = source.summaryOf([target]);
  if (count === 0) return [0, null];
  const lines: string[] = [];
  for (const item of source.evidenceLinkedTo([target])) {
    if (lines.length === NAMED_EVIDENCE) {
      lines.push(`and ${count - NAMED_EVIDENCE} more: see the evidence register`);
      break;
    }
    lines.push(`${evidenceNumber(item)} ${liveText(item, 'title')}`);
  }
  return [count, lines.join('\n')];
}

function qualityIndicatorCell(question: Question, names: ExportNames): string {
  const id = question.qualityIndicatorId;
  return `${names.qualityIndicatorShort(id)} ${names.qualityIndicatorTitle(id)}`;
}
