import type { ExportNames } from '../exportNames.ts';
import { inOrder } from '../exportNames.ts';
import type { ExportEntity, ExportSource } from '../exportSource.ts';
import { liveText, type WordOf } from '../liveText.ts';
import type { Sheet } from '../sheetModel.ts';

/** The improvement action plan with the column names of the plan's Appendix B. */
export function actionPlanSheet(source: ExportSource, names: ExportNames): Sheet {
  const actions = inPlanOrder(source);
  const numbers = new Map(actions.map(({ id }, index) => [id, `A${index + 1}`]));
  const outcome: WordOf = (id) => (typeof id === 'string' ? names.outcome(id) : '');
  const qualityIndicator: WordOf = (id) => (typeof id === 'string' ? names.qualityIndicatorShort(id) : '');
  const partOf: WordOf = (id) => (typeof id === 'string' ? (numbers.get(id) ?? names.action(id)) : '');
  return {
    name: 'Improvement action plan',
    title: 'Improvement action plan',
    purpose: 'Improvement actions for each outcome: what, by when, managed by whom.',
    about:
      'A row for each action. Due dates are as they were written; “Part of” names the action that another one belongs to.',
    columns: [
      { key: 'number', header: 'No.', width: 8, kind: 'text' },
      { key: 'outcome', header: 'Outcome', width: 34, kind: 'text' },
      { key: 'action', header: 'Action', width: 56, kind: 'text' },
      { key: 'due', header: 'Action Due Date', width: 18, kind: 'text' },
      { key: 'managedBy', header: 'Managed By', width: 26, kind: 'text' },
      { key: 'partOf', header: 'Part of', width: 10, kind: 'text' },
      { key: 'qualityIndicator', header: 'Quality indicator', width: 12, kind: 'text' },
      { key: 'progress', header: 'Progress', width: 40, kind: 'text' },
      { key: 'note', header: 'Note', width: 44, kind: 'text' },
    ],
    frozenColumns: 1,
    rows: actions.map((action) => [
      numbers.get(action.id) ?? null,
      liveText(action, 'outcome', outcome),
      liveText(action, 'title'),
      liveText(action, 'due'),
      liveText(action, 'managedBy'),
      liveText(action, 'partOf', partOf),
      liveText(action, 'qualityIndicator', qualityIndicator),
      liveText(action, 'progress'),
      liveText(action, 'note'),
    ]),
    emptySentence: 'No improvement actions have been recorded in this workbook yet.',
    table: 'ImprovementActionPlan',
    print: { orientation: 'landscape', paper: 'A3' },
    counted: [{ name: 'Actions', rule: 'rows' }],
    charts: [],
  };
}

/** By outcome in the frameworks' order, then as the partnership ordered them. */
function inPlanOrder(source: ExportSource): readonly ExportEntity<'action'>[] {
  const places = new Map(source.catalogue.outcomes.map(({ id }, index) => [id, index]));
  const place = (action: ExportEntity<'action'>): number =>
    places.get(liveText(action, 'outcome')) ?? places.size;
  return inOrder(source.actions).toSorted((left, right) => place(left) - place(right));
}
