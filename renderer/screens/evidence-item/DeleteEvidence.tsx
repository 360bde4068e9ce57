import { useState } from 'react';
import { useLocation } from 'wouter';
import type { EvidenceView } from '../../../shared/api/views/evidenceView.ts';
import { Button } from '../../components/Button.tsx';
import { ConfirmDialog } from '../../components/ConfirmDialog.tsx';
import { draftKey } from '../../state/drafts.ts';
import { routes } from '../../state/routes.ts';
import { saveFirst } from '../../state/saveFirst.ts';
import { useAction } from '../../state/useAction.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { countWords } from '../../words/countWords.ts';
import { deletedNotice } from '../evidence/deletedNotice.ts';

/** Deletes a piece of evidence after saying what that takes away; the register then offers to undo it. */
export function DeleteEvidence(props: { readonly view: EvidenceView; readonly title: string }) {
  const { view, title } = props;
  const { client, session, autosave } = useRendererState();
  const [isAsking, setIsAsking] = useState(false);
  const [, navigate] = useLocation();
  const { entityId } = view.entity;
  const deleting = useAction(async () => {
    await saveFirst(autosave);
    // What was just saved is on the screen as well: a deletion that had not seen it would leave it standing beside itself.
    const { seen } = autosave.store.getState().known[draftKey('evidence', entityId)] ?? view.entity;
    const saved = await client.call('delete-evidence', { evidence: entityId, seen });
    session.changed(saved.savedAt);
    deletedNotice.setState({ title, savedAt: saved.savedAt });
    navigate(routes.evidence());
  });
  return (
    <>
      <Button look="danger" onClick={() => setIsAsking(true)}>
        Delete this evidence
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={`Delete “${title}”?`}
          confirm={`Delete “${shortTitle(title)}”`}
          isDangerous
          action={deleting}
          onClose={() => setIsAsking(false)}
        >
          {view.links.length === 0 ? (
            <p>It is linked to nothing.</p>
          ) : (
            <>
              <p>{`It is used in ${countWords(view.links.length, 'place')}, which lose it:`}</p>
              <ul>
                {view.links.map(({ target, label }) => (
                  <li key={`${target.kind} ${target.id}`}>{label}</li>
                ))}
              </ul>
            </>
          )}
          {view.attachments.length > 0 && (
            <p>{`${countWords(view.attachments.length, 'file')} attached to it can no longer be reached from here.`}</p>
          )}
          <p>It can be brought back at any time: the register shows deleted evidence when asked to.</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function shortTitle(title: string): string {
  return title.length <= 60 ? title : `${title.slice(0, 58)}…`;
}
