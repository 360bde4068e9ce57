/** How much of something is done, as a bar and in words. `part` and `whole` are counts. */
export function ProgressBar(props: {
  readonly label: string;
  readonly part: number;
  readonly whole: number;
  /** Leaves the words to what stands beside it. */
  readonly isLabelHidden?: boolean;
}) {
  const percent = props.whole === 0 ? 0 : Math.round((100 * props.part) / props.whole);
  return (
    <span className="progress">
      <progress
        className="progress__bar"
        aria-label={props.label}
        max={Math.max(props.whole, 1)}
        value={props.part}
      />
      {props.isLabelHidden !== true && <span className="progress__words">{percent} %</span>}
    </span>
  );
}
