import { useState } from 'react';
import type { Partner } from '../../../shared/domain/frameworkOutcomeRows.ts';
import { Button } from '../../components/Button.tsx';
import { useCatalogue } from '../../state/useCatalogue.ts';
import { bodyKindWord } from './bodyKindWord.ts';
import { PartnerDialog } from './PartnerDialog.tsx';

/** Partners that no edition has, such as third sector bodies: added here, and named everywhere like the others. */
export function OwnPartners() {
  const own = useCatalogue().partners.filter(({ editionId }) => editionId === 'workbook');
  const [editing, setEditing] = useState<Partner | 'new' | null>(null);
  return (
    <section aria-labelledby="own-partners" className="stack">
      <h2 id="own-partners" className="section-heading">
        Partners of your own
      </h2>
      <p>
        {own.length === 0
          ? 'Only the statutory partners are listed so far. Add third sector and other bodies, so that evidence can come from them and a copy can speak for them.'
          : 'Bodies that were added in this workbook. Evidence can come from them and a copy can speak for them.'}
      </p>
      <ul className="plain-list">
        {own.map((partner) => (
          <li key={partner.id} className="frameworks-row">
            <p>{partner.title}</p>
            <span className="provenance">
              <span className="provenance__words">{bodyKindWord(partner.bodyKind)}</span>
              <Button look="quiet" onClick={() => setEditing(partner)}>
                Change…<span className="visually-hidden"> {partner.title}</span>
              </Button>
            </span>
          </li>
        ))}
      </ul>
      <div className="button-row">
        <Button onClick={() => setEditing('new')}>Add a partner…</Button>
      </div>
      {editing !== null && (
        <PartnerDialog partner={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </section>
  );
}
