import type { HandOverView } from '../../../shared/api/views/consolidationView.ts';
import { Checkbox } from '../../components/Checkbox.tsx';
import { CountLines } from '../../components/jobs/CountLines.tsx';
import { countWords, numberWords, sizeWords } from '../../words/countWords.ts';

/** How much a packet holds and weighs, with its attached files in or out. */
export function PacketContents(props: {
  readonly contents: HandOverView;
  readonly attachments: boolean;
  readonly onAttachments: (attachments: boolean) => void;
}) {
  const { contents, attachments } = props;
  const bytes = contents.changesBytes + (attachments ? contents.attachmentBytes : 0);
  return (
    <>
      {contents.attachments > 0 && (
        <Checkbox
          label={`With the attached files: ${countWords(contents.attachments, 'file')}, ${sizeWords(contents.attachmentBytes)}`}
          isChecked={attachments}
          onChecked={props.onAttachments}
        />
      )}
      <CountLines
        lines={[
          { name: 'Changes', value: numberWords(contents.changes) },
          {
            name: 'Attached files',
            value:
              contents.attachments === 0
                ? 'None'
                : attachments
                  ? numberWords(contents.attachments)
                  : 'Left out',
          },
          { name: 'Size before packing', value: sizeWords(bytes) },
        ]}
      />
      {contents.attachments > 0 && !attachments && (
        <p className="quiet">
          Whoever takes the packet in sees what the files are called, and can open them once they come with
          another packet.
        </p>
      )}
    </>
  );
}
