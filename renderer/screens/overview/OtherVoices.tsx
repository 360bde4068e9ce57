import type { OverviewView } from '../../../shared/api/views/walkView.ts';

/** How far the other voices have come. Not there in a workbook that one person keeps. */
export function OtherVoices(props: { readonly voices: OverviewView['voices'] }) {
  if (props.voices.length === 0) return null;
  return (
    <section aria-labelledby="overview-voices">
      <h2 id="overview-voices" className="section-heading">
        Other voices
      </h2>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Voice</th>
            <th scope="col" className="number">
              Answered
            </th>
            <th scope="col" className="number">
              Graded
            </th>
          </tr>
        </thead>
        <tbody>
          {props.voices.map((voice) => (
            <tr key={voice.voice}>
              <th scope="row">{voice.voiceName}</th>
              <td className="number">{voice.answered}</td>
              <td className="number">{voice.graded}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
