/** One entry of the note: what it is about, and a line for each field with its value or values; without a field's name, what was done to it. */
export function NotedEntry(props: {
  readonly label: string;
  readonly lines: readonly { readonly name: string; readonly values: readonly string[] }[];
}) {
  return (
    <>
      <p className="hand-back-note__about">{props.label}</p>
      <dl className="hand-back-note__lines">
        {props.lines.map(({ name, values }, line) => (
          // One field can be there twice, from two contributions.
          <div key={`${name} ${String(line)}`}>
            <dt>{name === '' ? 'The entry' : name}</dt>
            {values.map((value) => (
              <dd key={value}>{value}</dd>
            ))}
          </div>
        ))}
      </dl>
    </>
  );
}
