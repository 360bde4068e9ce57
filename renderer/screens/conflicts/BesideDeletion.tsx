import type { ConflictView } from '../../../shared/api/views/consolidationView.ts';
import { StampWords } from '../../components/StampWords.tsx';
import { ConflictText } from './ConflictText.tsx';
import { useValueWords } from './useValueWords.ts';

/** What somebody wrote into an entry that somebody else deleted: every field with everybody who wrote it. */
export function BesideDeletion({ beside }: { readonly beside: ConflictView['beside'] }) {
  if (beside.length === 0) return null;
  return (
    <section className="beside-deletion" aria-labelledby="beside-deletion">
      <h3 id="beside-deletion">Written by somebody who had not seen the deletion</h3>
      <dl>
        {beside.map(({ field, fieldLabel, live }) => (
          <div key={field} className="beside-deletion__field">
            <dt>{fieldLabel}</dt>
            {live.map((one) => (
              <BesideValue key={one.records.join()} field={field} fieldLabel={fieldLabel} live={one} />
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

function BesideValue(props: {
  readonly field: string;
  readonly fieldLabel: string;
  readonly live: ConflictView['values'][number];
}) {
  const words = useValueWords(props.field);
  return (
    <dd>
      <ConflictText text={words(props.live.value)} start={null} letter={props.fieldLabel} />
      {props.live.stamps.map((stamp) => (
        <div key={`${stamp.replica} ${stamp.at}`}>
          <StampWords stamp={stamp} />
        </div>
      ))}
    </dd>
  );
}
