import { Notice } from '../Notice.tsx';

/** A sentence for each file that was not taken; draws nothing when all were. */
export function RefusedFiles(props: { readonly title: string; readonly sentences: readonly string[] }) {
  if (props.sentences.length === 0) return null;
  return (
    <Notice kind="warning" title={props.title}>
      <ul>
        {props.sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  );
}
