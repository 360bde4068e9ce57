import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidenceAddress, evidenceFilterOf } from '../../../../renderer/screens/evidence/evidenceAddress.ts';
import type { EvidenceFilter } from '../../../../shared/api/views/evidenceView.ts';
import { evidenceKinds } from '../../../../shared/domain/entityCatalogue.ts';
import { linkTargetKinds } from '../../../../shared/domain/entityIdentity.ts';

const some = fc.string({ minLength: 1, maxLength: 40 });
const target = fc.record({ kind: fc.constantFrom(...linkTargetKinds), id: some });
const filters: fc.Arbitrary<EvidenceFilter> = fc.record(
  {
    text: some,
    kinds: fc.subarray([...evidenceKinds], { minLength: 1 }),
    partner: some,
    linkedTo: target,
    andLinkedTo: target,
    unlinked: fc.constant(true),
    undated: fc.constant(true),
    deleted: fc.constant(true),
  },
  { requiredKeys: [] },
);

describe("the register's address", () => {
  it('leads back to the same filter', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const address = evidenceAddress(filter);
        const part = /^\/evidence\/where\/([^/]+)$/.exec(address)?.[1];
        const read = part === undefined ? {} : evidenceFilterOf(decodeURIComponent(decodeURI(part)));
        expect(read).toEqual(filter);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });

  it('of no filter is the plain one', () => {
    expect(evidenceAddress({})).toBe('/evidence');
    expect(evidenceAddress({ text: '', unlinked: false })).toBe('/evidence');
  });

  it("leaves out what it can't read", () => {
    expect(evidenceFilterOf('kind=gossip&linked=nonsense&and=outcome:&words=plan')).toEqual({
      text: 'plan',
    });
  });
});
