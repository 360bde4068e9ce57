import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerIdentity,
  attachmentIdentity,
  linkIdentity,
  linkTargetKinds,
  partsOfAttachment,
  partsOfLink,
  partsOfVoiced,
} from '../../../shared/domain/entityIdentity.ts';
import { propertyRuns } from '../../builders/propertyRuns.ts';

const rowId = fc.stringMatching(/^[A-Za-z0-9]+([./-][A-Za-z0-9]+){0,3}$/);

describe('ids that follow from what a thing is about', () => {
  it('of an answer come apart into the question and the voice they were made of', () => {
    fc.assert(
      fc.property(rowId, rowId, (subject, voice) => {
        expect(partsOfVoiced(answerIdentity(subject, voice))).toEqual({ subject, voice });
      }),
      propertyRuns(500),
    );
  });

  it('of a link come apart into its two ends', () => {
    fc.assert(
      fc.property(rowId, fc.constantFrom(...linkTargetKinds), rowId, (evidenceId, kind, id) => {
        expect(partsOfLink(linkIdentity(evidenceId, { kind, id }))).toEqual({
          evidenceId,
          target: { kind, id },
        });
      }),
      propertyRuns(500),
    );
  });

  it('of an attachment come apart into the evidence and the content', () => {
    const sha256 = 'ab'.repeat(32);
    expect(partsOfAttachment(attachmentIdentity('evidence-1', sha256))).toEqual({
      evidenceId: 'evidence-1',
      sha256,
    });
  });

  it.each(['', '@', 'question', '@voice', 'question@'])('are not found in %j', (text) => {
    expect(partsOfVoiced(text)).toBeUndefined();
  });

  it.each(['', 'evidence', 'evidence>', 'evidence>planet:mars', '>outcome:1'])(
    'are no link in %j',
    (text) => {
      expect(partsOfLink(text)).toBeUndefined();
    },
  );

  it.each(['evidence#short', '#' + 'a'.repeat(64), `evidence#${'A'.repeat(64)}`])(
    'are no attachment in %j',
    (text) => {
      expect(partsOfAttachment(text)).toBeUndefined();
    },
  );
});
