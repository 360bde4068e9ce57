import { useRef, useState } from 'react';
import type { AttachmentView } from '../../../shared/api/views/evidenceView.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { FileDropArea } from '../../components/evidence/FileDropArea.tsx';
import { RefusedFiles } from '../../components/evidence/RefusedFiles.tsx';
import { UploadProgress } from '../../components/evidence/UploadProgress.tsx';
import type { Upload } from '../../components/evidence/useUpload.ts';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { useHost } from '../../components/evidence/useHost.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useAction } from '../../state/useAction.ts';
import { countWords } from '../../words/countWords.ts';
import { AttachedFile } from './AttachedFile.tsx';

/** The files of a piece of evidence, and three ways to attach more: choose, drop, paste. */
export function EvidenceFiles(props: {
  readonly evidenceId: string;
  readonly attachments: readonly AttachmentView[];
  readonly upload: Upload;
}) {
  const { evidenceId, attachments, upload } = props;
  const { client, session } = useRendererState();
  const host = useHost();
  const heading = useRef<HTMLHeadingElement>(null);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const choosing = useAction(async () => {
    const reply = await client.call('choose-attachments', { evidence: evidenceId });
    setRefused(reply.refused);
    if (reply.attached.length > 0) session.changed();
  });
  return (
    <section aria-labelledby="evidence-files">
      <h2 id="evidence-files" ref={heading} tabIndex={-1} className="section-heading">
        {attachments.length === 0 ? 'Files' : countWords(attachments.length, 'file')}
      </h2>
      {attachments.length === 0 && <EmptyState why="No file is attached." />}
      <ul className="plain-list">
        {attachments.map((attachment) => (
          <AttachedFile
            key={attachment.entityId}
            attachment={attachment}
            onRemoved={() => heading.current?.focus()}
          />
        ))}
      </ul>
      <FileDropArea
        label="Attach files: choose, drop them here or paste them"
        disabled={upload.progress !== null}
        onFiles={(files) => void upload.start(evidenceId, files)}
        {...(host === 'electron'
          ? {
              chooser: (
                <Button disabled={choosing.isBusy} onClick={() => void choosing.run()}>
                  Choose files…
                </Button>
              ),
            }
          : {})}
      />
      <UploadProgress upload={upload} />
      <FailureNotice failure={choosing.failure} title="Nothing was attached" />
      <RefusedFiles title="Not everything was attached" sentences={refused} />
    </section>
  );
}
