import type { QualityIndicatorView } from '../../../shared/api/views/walkView.ts';
import { Disclosure } from '../../components/Disclosure.tsx';

/** Why other voices graded as they did, each to be opened. */
export function OtherRationales(props: { readonly others: QualityIndicatorView['others'] }) {
  if (props.others.length === 0) return null;
  return (
    <section className="others" aria-label="Others’ reasons">
      <h2 className="others__title">Others’ reasons</h2>
      {props.others.map((other) => {
        const texts = (other.entity.fields['rationale']?.live ?? []).map(({ value }) => value);
        const written = texts.filter((text) => typeof text === 'string');
        return (
          <Disclosure key={other.voice} summary={other.voiceName}>
            {written.length === 0 && <p className="quiet">No reason written</p>}
            {written.map((text) => (
              <p key={text} className="others__text">
                {text}
              </p>
            ))}
          </Disclosure>
        );
      })}
    </section>
  );
}
