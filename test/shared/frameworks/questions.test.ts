import { describe, expect, it } from 'vitest';
import { shippedCatalogue } from '../../../shared/frameworks/catalogue.ts';

describe('the questions', () => {
  it('are at least three to each quality indicator, each with guidance in the app’s words', () => {
    for (const { id } of shippedCatalogue.qualityIndicators) {
      const own = shippedCatalogue.questions.filter(
        (question) => question.qualityIndicatorId === id && question.wording === 'app',
      );
      expect(own.length, id).toBeGreaterThanOrEqual(3);
    }
    expect(
      shippedCatalogue.questions.filter((row) => row.guidance === '' || row.guidanceWording !== 'app'),
    ).toEqual([]);
  });

  it('begin with the verified prompts, of which there are six, at the four verified indicators', () => {
    const prompts = shippedCatalogue.questions.filter((question) => question.wording === 'document');
    expect(prompts.map((prompt) => [prompt.id, prompt.provenance])).toEqual(
      ['6.2/p1', '6.2/p2', '6.2/p3', '6.4/p1', '8.1/p1', '9.2/p1'].map((id) => [`ci2016/${id}`, 'verified']),
    );
    for (const prompt of prompts) {
      const siblings = shippedCatalogue.questions.filter(
        (row) => row.qualityIndicatorId === prompt.qualityIndicatorId,
      );
      expect(siblings[0]?.wording).toBe('document');
      expect(prompt.note).toMatch(/inference/);
    }
  });

  it('of the app’s own belong to the app’s edition, not the guide’s', () => {
    const own = shippedCatalogue.questions.filter((question) => question.wording === 'app');
    expect(new Set(own.map((question) => question.editionId))).toEqual(new Set(['app2026']));
    expect(own.filter((question) => /\b(we|our|us)\b/i.test(question.text))).toEqual([]);
  });

  it('of the method are the three verified ones', () => {
    expect(shippedCatalogue.methodQuestions.map((row) => row.text)).toEqual([
      'How are we doing?',
      'How do we know?',
      'What are we going to do next?',
    ]);
  });
});
