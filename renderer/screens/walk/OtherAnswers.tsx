import type { EntityView } from '../../../shared/api/views/fieldView.ts';
import type { QuestionView } from '../../../shared/api/views/walkView.ts';
import { Disclosure } from '../../components/Disclosure.tsx';
import { StampWords } from '../../components/StampWords.tsx';
import { useCatalogue } from '../../state/useCatalogue.ts';

const fields = [
  ['howAreWeDoing', 'doing'],
  ['howDoWeKnow', 'knowing'],
  ['whatNext', 'next'],
] as const;

/** What other voices have answered, each to be opened beside one's own. Never changed from here. */
export function OtherAnswers(props: { readonly others: QuestionView['others'] }) {
  const { methodQuestions } = useCatalogue();
  if (props.others.length === 0) return null;
  return (
    <section className="others" aria-label="Other voices’ answers">
      <h2 className="others__title">Others’ answers</h2>
      {props.others.map((other) => (
        <Disclosure key={other.voice} summary={other.voiceName}>
          <dl className="others__texts">
            {fields.map(([field, aspect]) => (
              <div key={field}>
                <dt>{methodQuestions.find((row) => row.aspect === aspect)?.text}</dt>
                <dd>
                  <OtherText entity={other.entity} field={field} />
                </dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      ))}
    </section>
  );
}

function OtherText(props: { readonly entity: EntityView; readonly field: string }) {
  const live = (props.entity.fields[props.field]?.live ?? []).filter(({ value }) => value !== null);
  if (live.length === 0) return <span className="quiet">Nothing written</span>;
  return live.map((one) => (
    <div key={one.records.join()}>
      <p className="others__text">{String(one.value)}</p>
      {one.stamps.slice(0, 1).map((stamp) => (
        <StampWords key={stamp.at} stamp={stamp} />
      ))}
    </div>
  ));
}
