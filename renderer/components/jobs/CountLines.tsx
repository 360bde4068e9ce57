import './jobs.css';

/** Counts with what they count, one a line: what a file holds or will hold. */
export function CountLines(props: {
  readonly lines: readonly { readonly name: string; readonly value: string }[];
}) {
  return (
    <dl className="count-lines">
      {props.lines.map(({ name, value }) => (
        <div key={name} className="count-line">
          <dt>{name}</dt>
          <dd className="number">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
