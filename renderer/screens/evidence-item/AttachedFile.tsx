import { useState } from 'react';
import { Link } from 'wouter';
import type { AttachmentView } from '../../../shared/api/views/evidenceView.ts';
import { Button } from '../../components/Button.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { SavePathDialog } from '../../components/evidence/SavePathDialog.tsx';
import { useHost } from '../../components/evidence/useHost.ts';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { routes } from '../../state/routes.ts';
import { useAction } from '../../state/useAction.ts';
import { sizeWords } from '../../words/countWords.ts';

/** One attached file: open it, save a copy, take it away, and where else the same file is. */
export function AttachedFile(props: { readonly attachment: AttachmentView; readonly onRemoved: () => void }) {
  const { attachment } = props;
  const { client, session } = useRendererState();
  const host = useHost();
  const [asking, setAsking] = useState<'remove' | 'path' | null>(null);
  const [savedTo, setSavedTo] = useState<string | null>(null);
  const opening = useAction(async () => {
    await client.call('open-attachment', { attachment: attachment.entityId });
  });
  const saving = useAction(async (path?: string) => {
    const reply = await client.call('save-attachment-copy', {
      attachment: attachment.entityId,
      ...(path === undefined ? {} : { path }),
    });
    setSavedTo(reply.path);
    setAsking(null);
  });
  const removing = useAction(async () => {
    const saved = await client.call('edit', {
      entity: 'attachment',
      entityId: attachment.entityId,
      set: { deleted: true },
    });
    setAsking(null);
    session.changed(saved.savedAt);
    // After the dialog has given the focus back to a button that is about to go.
    setTimeout(props.onRemoved);
  });
  const hiddenName = <span className="visually-hidden"> {attachment.name}</span>;
  return (
    <li className="attached-file">
      <p className="attached-file-name">
        {attachment.name} <span className="quiet">{sizeWords(attachment.bytes)}</span>
      </p>
      {!attachment.present && (
        <p className="attached-file-missing">
          The file itself is not in this copy of the workbook. Attach it again, or ask whoever attached it.
        </p>
      )}
      {attachment.alsoOn.length > 0 && (
        <p className="quiet">
          {'The same file is also on '}
          {attachment.alsoOn.map((other, index) => (
            <span key={other.evidenceId}>
              {index > 0 && ', '}
              <Link href={routes.evidenceItem(other.evidenceId)}>{other.title}</Link>
            </span>
          ))}
          .
        </p>
      )}
      <div className="button-row">
        {attachment.present && attachment.mayOpen && host === 'electron' && (
          <Button look="quiet" onClick={() => void opening.run()}>
            Open{hiddenName}
          </Button>
        )}
        {attachment.present && (
          <Button look="quiet" onClick={() => (host === 'electron' ? void saving.run() : setAsking('path'))}>
            Save a copy…{hiddenName}
          </Button>
        )}
        <Button look="quiet" onClick={() => setAsking('remove')}>
          Take off{hiddenName}
        </Button>
      </div>
      <p role="status" className="quiet">
        {savedTo === null ? '' : `A copy was saved as ${savedTo}.`}
      </p>
      <FailureNotice failure={opening.failure} title="The file was not opened" />
      <FailureNotice failure={saving.failure} title="No copy was saved" />
      {asking === 'path' && (
        <SavePathDialog
          title={`Save a copy of ${attachment.name}`}
          suggested={attachment.name}
          saving={saving}
          onClose={() => setAsking(null)}
        />
      )}
      {asking === 'remove' && (
        <ConfirmDialog
          title={`Take ${attachment.name} off this evidence?`}
          confirm={`Take off ${attachment.name}`}
          isDangerous
          action={removing}
          onClose={() => setAsking(null)}
        >
          <p>The file stays in the workbook’s history and on any other evidence. Undo brings it back.</p>
        </ConfirmDialog>
      )}
    </li>
  );
}
