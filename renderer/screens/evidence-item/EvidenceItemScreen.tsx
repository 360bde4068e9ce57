import { useState } from 'react';
import { Link } from 'wouter';
import { useStore } from 'zustand';
import type { EvidenceView } from '../../../shared/api/views/evidenceView.ts';
import { Button } from '../../components/Button.tsx';
import { AlikeEvidence } from '../../components/evidence/AlikeEvidence.tsx';
import { useUpload } from '../../components/evidence/useUpload.ts';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Loading } from '../../components/Loading.tsx';
import { Notice } from '../../components/Notice.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { focusHeading } from '../../state/focusHeading.ts';
import { useAction } from '../../state/useAction.ts';
import { routes } from '../../state/routes.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useView } from '../../state/useView.ts';
import { registerView } from '../evidence/registerView.ts';
import { FieldHistory } from '../history/FieldHistory.tsx';
import { bringBackEvidence } from './bringBackEvidence.ts';
import { DeleteEvidence } from './DeleteEvidence.tsx';
import './evidence-item.css';
import { EvidenceFields } from './EvidenceFields.tsx';
import { EvidenceFiles } from './EvidenceFiles.tsx';
import { EvidenceLinks } from './EvidenceLinks.tsx';
import { JoinedEvidence } from './JoinedEvidence.tsx';

/** One piece of evidence: its fields, its files, what it supports and what looks like it. */
export function EvidenceItemScreen({ evidenceId }: { readonly evidenceId: string }) {
  const view = useView('read-evidence', { evidence: evidenceId }, { keepPrevious: true });
  const register = useStore(registerView, (state) => state.address);
  const title = titleOf(view.value);
  return (
    <div className="screen evidence-item">
      <Link href={register} className="evidence-item-back">
        Back to the register
      </Link>
      <ScreenHeading title={view.value === undefined ? 'Evidence' : title} />
      <FailureNotice failure={view.failure} title="This evidence could not be read" onRetry={view.reload} />
      {view.value === undefined && view.failure === undefined && <Loading what="the evidence" />}
      {view.value !== undefined &&
        (view.value.entity.deleted ? (
          <Deleted evidenceId={evidenceId} />
        ) : (
          <Contents view={view.value} title={title} />
        ))}
    </div>
  );
}

function Contents({ view, title }: { readonly view: EvidenceView; readonly title: string }) {
  const upload = useUpload();
  const [isHistoryOpen, setIsHistoryOpen] = useState(false);
  const { entityId } = view.entity;
  const attach = (files: FileList): void => {
    if (upload.progress === null) void upload.start(entityId, [...files]);
  };
  return (
    <>
      {view.entity.conflicts.includes('deleted') && (
        <Notice kind="warning" title="Deleted by one person and changed by another" isStill>
          <p>
            It stays until it is deleted again. Change it or delete it below to settle the matter, or{' '}
            <Link href={routes.conflictAt({ entity: 'evidence', entityId, field: 'deleted' })}>
              see who did what and settle it
            </Link>
            .
          </p>
        </Notice>
      )}
      <div
        className="evidence-item-columns"
        onDragOver={(event) => {
          if (event.dataTransfer.types.includes('Files')) event.preventDefault();
        }}
        onDrop={(event) => {
          if (event.dataTransfer.files.length === 0) return;
          event.preventDefault();
          attach(event.dataTransfer.files);
        }}
        onPaste={(event) => {
          // Cells copied from a spreadsheet bring a picture of themselves along: in a field they are meant as text.
          const isText = event.clipboardData.getData('text/plain') !== '';
          if (event.clipboardData.files.length === 0 || isText) return;
          event.preventDefault();
          attach(event.clipboardData.files);
        }}
      >
        <EvidenceFields entity={view.entity} title={title} />
        <aside className="evidence-item-aside" aria-label="Links and files">
          <EvidenceLinks evidenceId={entityId} links={view.links} />
          <EvidenceFiles evidenceId={entityId} attachments={view.attachments} upload={upload} />
          <JoinedEvidence evidenceId={entityId} joined={view.joined} />
          <AlikeEvidence alike={view.alike} heading="Looks like:" />
          <section aria-labelledby="evidence-more">
            <h2 id="evidence-more" className="section-heading">
              History and deletion
            </h2>
            <div className="button-row">
              <Button onClick={() => setIsHistoryOpen(true)}>History of this evidence</Button>
              <DeleteEvidence view={view} title={title} />
            </div>
          </section>
        </aside>
      </div>
      {isHistoryOpen && (
        <FieldHistory
          of={{ entity: 'evidence', entityId }}
          what={`“${title}”`}
          onClose={() => setIsHistoryOpen(false)}
        />
      )}
    </>
  );
}

function Deleted({ evidenceId }: { readonly evidenceId: string }) {
  const { client, session } = useRendererState();
  const history = useView('read-history', { entity: 'evidence', entityId: evidenceId, limit: 1 });
  const label = history.value?.entries[0]?.label;
  const bringing = useAction(async () => {
    const saved = await bringBackEvidence(client, evidenceId);
    session.changed(saved.savedAt);
    // The button goes with the notice.
    focusHeading();
  });
  return (
    <Notice kind="info" title="This evidence was deleted" isStill>
      {label !== undefined && <p>{label}</p>}
      <p>It counts nowhere. What was written stays in its history.</p>
      <Button disabled={bringing.isBusy} onClick={() => void bringing.run()}>
        Bring it back
      </Button>
      <FailureNotice failure={bringing.failure} title="It was not brought back" />
    </Notice>
  );
}

function titleOf(view: EvidenceView | undefined): string {
  if (view?.entity.deleted === true) return 'Deleted evidence';
  const live = view?.entity.fields['title']?.live ?? [];
  const value = live[0]?.value;
  return typeof value === 'string' && value !== '' ? value : 'Evidence without a title';
}
