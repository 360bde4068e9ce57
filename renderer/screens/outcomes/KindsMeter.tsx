import { type EvidenceKind, evidenceKinds } from '../../../shared/domain/entityCatalogue.ts';
import { evidenceKindWord } from '../../../shared/domain/evidenceKind.ts';

/** Which of the four kinds of evidence there are: four squares, and "2 of 4". The title names them. */
export function KindsMeter({ kinds }: { readonly kinds: readonly EvidenceKind[] }) {
  const names = evidenceKinds.filter((kind) => kinds.includes(kind)).map(evidenceKindWord);
  return (
    <span className="kinds-meter" title={names.join(', ')}>
      <span aria-hidden="true" className="kinds-meter-squares">
        {evidenceKinds.map((kind) => (
          <span
            key={kind}
            className={kinds.includes(kind) ? 'kinds-meter-square is-on' : 'kinds-meter-square'}
          />
        ))}
      </span>
      {`${String(kinds.length)} of ${String(evidenceKinds.length)}`}
      {names.length > 0 && <span className="visually-hidden">{`: ${names.join(', ')}`}</span>}
    </span>
  );
}
