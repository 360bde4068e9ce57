import type { Outcome } from '../../../shared/domain/frameworkOutcomeRows.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { ProvenanceNote } from '../../components/ProvenanceNote.tsx';
import { useCatalogue } from '../../state/useCatalogue.ts';

/** Where an outcome's wording comes from, its other names and the outcomes it belongs to. */
export function OutcomeOrigin(props: { readonly outcome: Outcome; readonly onCorrect: () => void }) {
  const { outcome } = props;
  const catalogue = useCatalogue();
  const edition = catalogue.editions.find(({ id }) => id === outcome.editionId);
  return (
    <div className="outcome-origin">
      <ProvenanceNote row={outcome} onCorrect={props.onCorrect} />
      <Disclosure summary="Where this comes from, and its other names">
        {edition !== undefined && (
          <p>{`${edition.title} (${edition.version})${edition.status === 'superseded' ? ', since superseded' : ''}.`}</p>
        )}
        <p>{`Source: ${outcome.source}.`}</p>
        {outcome.note !== '' && <p>{outcome.note}</p>}
        {outcome.aliases.length > 0 && (
          <>
            <p>Also called:</p>
            <ul>
              {outcome.aliases.map(({ text, usedIn }) => (
                <li key={`${text} ${usedIn}`}>
                  {`“${text}”`} <span className="quiet">{`in ${usedIn}`}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        {outcome.improvementAreas.length > 0 && (
          <>
            <p>Areas for improvement:</p>
            <ul>
              {outcome.improvementAreas.map((area) => (
                <li key={area}>{area}</li>
              ))}
            </ul>
          </>
        )}
      </Disclosure>
    </div>
  );
}
