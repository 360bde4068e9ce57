import { linkIdentity } from '../../../shared/domain/entityIdentity.ts';
import type { KindOfEdit } from './editsOfCells.ts';
import { DATA, moved, type } from './editSteps.ts';
import { newEntityId } from './newEntityId.ts';
import { placeOf, sampleVoice } from './sampleReturnCopy.ts';

const title = placeOf('evidence', 'n1', 'title');
const survey = newEntityId('evidence', { title: 'Visit', shows: 'Calm.' });

/** What can be added. */
export const editsOfNewRows: readonly KindOfEdit[] = [
  {
    name: 'new evidence is added',
    edit: (file) => {
      type(file, title, 'Visit');
      type(file, placeOf('evidence', 'n1', 'shows'), 'Calm.');
    },
    expected: {
      taken: {
        [`${survey} title`]: 'Visit',
        [`${survey} shows`]: 'Calm.',
        [`${survey} partner`]: sampleVoice,
      },
    },
  },
  {
    name: 'new evidence is added in an inserted row',
    edit: (file) => {
      file.editRows(
        'Evidence',
        moved((data) => [{ attributes: '', cells: [] }, ...data]),
      );
      file.setText('Evidence', DATA, 0, 'Visit');
      file.setText('Evidence', DATA, 5, 'Calm.');
    },
    expected: {
      taken: {
        [`${survey} title`]: 'Visit',
        [`${survey} shows`]: 'Calm.',
        [`${survey} partner`]: sampleVoice,
      },
    },
  },
  {
    name: 'new evidence is linked',
    edit: (file) => {
      type(file, title, 'Visit');
      type(file, placeOf('evidence', 'n1', 'qualityIndicators'), '6.2; 9.1');
    },
    expected: linked(),
  },
  {
    name: 'new evidence is linked to what there is none of',
    edit: (file) => {
      type(file, title, 'Visit');
      type(file, placeOf('evidence', 'n1', 'qualityIndicators'), '6.2; 77');
    },
    expected: { taken: titleAlone(), notTaken: [{ value: '6.2; 77', reason: /not on the list/ }] },
  },
  {
    name: 'new evidence without a title',
    edit: (file) => type(file, placeOf('evidence', 'n1', 'shows'), 'Calm.'),
    expected: { notTaken: [{ value: 'Calm.', reason: /no title/ }] },
  },
  {
    name: 'new evidence below the last row',
    edit: (file) => file.setText('Evidence', DATA + 70, 0, 'Visit'),
    expected: { taken: titleAlone() },
  },
  {
    name: 'a new action is added',
    edit: (file) => type(file, placeOf('actions', 'n2', 'title'), 'Ask again'),
    expected: { taken: { [`${newEntityId('actions', { title: 'Ask again' })} title`]: 'Ask again' } },
  },
  {
    name: 'an unused empty row is deleted',
    edit: (file) => file.editRows('Evidence', (rows) => rows.toSpliced(DATA + 5, 3)),
    expected: {},
  },
];

function titleAlone(): Readonly<Record<string, string>> {
  const id = newEntityId('evidence', { title: 'Visit' });
  return { [`${id} title`]: 'Visit', [`${id} partner`]: sampleVoice };
}

function linked(): KindOfEdit['expected'] {
  const id = newEntityId('evidence', { title: 'Visit', qualityIndicators: 'ci2016/6.2\nci2016/9.1' });
  const link = (indicator: string): string =>
    `${linkIdentity(id, { kind: 'quality-indicator', id: indicator })} linked`;
  return {
    taken: {
      [`${id} title`]: 'Visit',
      [`${id} partner`]: sampleVoice,
      [link('ci2016/6.2')]: true,
      [link('ci2016/9.1')]: true,
    },
  };
}
