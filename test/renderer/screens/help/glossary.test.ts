import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { glossary, glossaryMatching } from '../../../../renderer/screens/help/glossary.ts';

describe('the glossary', () => {
  it('is in the order of the alphabet', () => {
    const terms = glossary.map(({ term }) => term);
    expect(terms).toEqual(terms.toSorted((left, right) => left.localeCompare(right, 'en-GB')));
  });

  it('has every acronym of the frameworks and of the example', () => {
    const project = path.join(import.meta.dirname, '../../../..');
    const files = globSync(['shared/frameworks/*.json', 'assets/example/*/*.json'], { cwd: project });
    const text = files.map((file) => readFileSync(path.join(project, file), 'utf8')).join(' ');
    const used = new Set([...text.matchAll(/\b([A-Z][A-Za-z]?[A-Z]{1,5})s?\b/g)].map(([, word]) => word));
    const explained = new Set(glossary.flatMap(({ term }) => term.split(/\W+/)));
    // The plan does not say what CPC stands for.
    const known = new Set(['CPC', 'UK']);
    expect(files.length).toBeGreaterThan(15);
    expect([...used].filter((word = '') => !explained.has(word) && !known.has(word))).toEqual([]);
  });

  it.each(['packet', 'passphrase', 'conflict', 'consolidation', 'hand back', 'workbook to fill in'])(
    'explains %s',
    (word) => {
      expect(glossaryMatching(word).length).toBeGreaterThan(0);
    },
  );
});
