import { PersonalDataWarning } from '../../components/PersonalDataWarning.tsx';
import { TextArea } from '../../components/TextArea.tsx';

/** The text that is to stand, while it is written. It settles nothing until somebody says so, and is kept until then. */
export function SettleText(props: {
  readonly label: string;
  readonly text: string;
  readonly isLine: boolean;
  readonly problem: string | undefined;
  readonly onText: (text: string) => void;
}) {
  const lines = props.text.length / 100 + props.text.split('\n').length;
  return (
    <>
      <TextArea
        label={props.label}
        hint="Ctrl+Enter settles it. Escape leaves the text; it is kept until you come back to it."
        rows={props.isLine ? 3 : Math.min(16, Math.max(6, Math.ceil(lines)))}
        value={props.text}
        error={props.problem}
        onValue={props.onText}
      />
      <PersonalDataWarning text={props.text} />
    </>
  );
}
