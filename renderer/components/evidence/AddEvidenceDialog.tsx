import { useRef, useState } from 'react';
import type { LinkTarget } from '../../../shared/domain/entityIdentity.ts';
import { useAction } from '../../state/useAction.ts';
import { focusFirstProblem } from '../../state/focusFirstProblem.ts';
import { sizeWords } from '../../words/countWords.ts';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { Notice } from '../Notice.tsx';
import { TextField } from '../TextField.tsx';
import { AlikeEvidence } from './AlikeEvidence.tsx';
import { DiscardQuestion } from './DiscardQuestion.tsx';
import { DraftSaveWords } from './DraftSaveWords.tsx';
import './evidence-dialogs.css';
import { draftProblems, type EvidenceDraft, hasContent, startingDraft } from './evidenceDraft.ts';
import { EvidenceFormFields } from './EvidenceFormFields.tsx';
import { FileDropArea } from './FileDropArea.tsx';
import { UploadProgress } from './UploadProgress.tsx';
import { useAddEvidence } from './useAddEvidence.ts';
import { useAlikeEvidence } from './useAlikeEvidence.ts';
import { useTargetNames } from './useTargetNames.ts';
import { useUpload } from './useUpload.ts';

/**
 * Adds a piece of evidence without leaving the screen, linked to `linkTo` when that is given. What is typed is on the
 * disk after a pause; discarding it deletes it again.
 *
 * Dropped `files` and pasted `text` are filled in. `onAdded` gets the id of the new item, or of the one that is there
 * already and was linked instead.
 */
export function AddEvidenceDialog(props: {
  readonly linkTo: LinkTarget | null;
  readonly files?: readonly File[];
  readonly text?: string;
  readonly onClose: () => void;
  readonly onAdded: (evidenceId: string) => void;
}) {
  const { linkTo, onClose, onAdded } = props;
  const [draft, setDraft] = useState(() => startingDraft({ text: props.text, files: props.files }));
  const [files, setFiles] = useState<readonly File[]>(props.files ?? []);
  const [isLeaving, setIsLeaving] = useState(false);
  const [addedId, setAddedId] = useState<string | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const names = useTargetNames();
  const upload = useUpload();
  const { problems, kept, add, linkExisting, discard } = useAddEvidence(draft, linkTo, form);
  const alike = useAlikeEvidence(draft.title, kept.evidenceId);

  const adding = useAction(async () => {
    setIsLeaving(false);
    const evidenceId = await add();
    if (evidenceId === undefined) {
      focusFirstProblem(form.current);
      return;
    }
    setAddedId(evidenceId);
    if (files.length === 0) return onAdded(evidenceId);
    const outcome = await upload.start(evidenceId, files);
    setFiles([]);
    if (outcome.refused.length === 0) onAdded(evidenceId);
  });
  const linking = useAction(async (evidenceId: string) => {
    await linkExisting(evidenceId);
    onAdded(evidenceId);
  });
  const discarding = useAction(async () => {
    await discard();
    onClose();
  });
  const change = (part: Partial<EvidenceDraft>): void => setDraft((now) => ({ ...now, ...part }));
  const hasBegun = kept.evidenceId !== null || hasContent(draft) || files.length > 0;
  const close = (): void => {
    if (addedId !== null) onAdded(addedId);
    else if (hasBegun) setIsLeaving(true);
    else onClose();
  };
  const goOn = (): void => {
    // The button goes with the question.
    form.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    setIsLeaving(false);
  };
  const leaveOut = (file: File): void => {
    // The button goes with its row.
    form.current?.querySelector<HTMLElement>('input[type=file]')?.focus();
    setFiles((now) => now.filter((one) => one !== file));
  };
  const isBusy = adding.isBusy || linking.isBusy || discarding.isBusy;

  return (
    <Dialog
      title="Add evidence"
      size="wide"
      onClose={close}
      isClosable={!isBusy}
      actions={
        addedId !== null && !adding.isBusy ? (
          <Button look="primary" onClick={() => onAdded(addedId)}>
            Go on without these files
          </Button>
        ) : (
          <>
            <Button look="primary" disabled={isBusy} onClick={() => void adding.run()}>
              {linkTo === null ? 'Add it' : 'Add and link it'}
            </Button>
            <Button disabled={isBusy} onClick={close}>
              {hasBegun ? 'Discard…' : 'Cancel'}
            </Button>
            <DraftSaveWords kept={kept} isDateUnclear={draftProblems(draft).date !== undefined} />
          </>
        )
      }
    >
      {isLeaving && (
        <DiscardQuestion kept={kept} isBusy={isBusy} onGoOn={goOn} onDiscard={() => void discarding.run()} />
      )}
      {kept.failure !== null && (
        <Notice kind="error" title="Not saved">
          <p>{`${kept.failure.message} What you wrote is still here and is tried again by itself.`}</p>
        </Notice>
      )}
      <FailureNotice failure={adding.failure} title="The files were not attached" />
      <FailureNotice failure={linking.failure} title="It was not linked in place of this" />
      <FailureNotice failure={discarding.failure} title="It was not discarded" />
      <form
        ref={form}
        className="evidence-form"
        onSubmit={(event) => {
          event.preventDefault();
          void adding.run();
        }}
      >
        {linkTo !== null && <p className="quiet">{`It will be linked to “${names.target(linkTo)}”.`}</p>}
        <TextField
          label="Title"
          hint="A few words by which others recognise it. Nothing that identifies a person belongs here or below."
          data-autofocus
          value={draft.title}
          error={problems.title}
          onValue={(title) => change({ title })}
        />
        <AlikeEvidence
          alike={addedId === null ? alike : []}
          heading="This looks like evidence that is there already:"
          {...(linkTo === null
            ? {}
            : { onUse: (item) => void linking.run(item.evidenceId), useWords: 'Link this one instead' })}
        />
        <EvidenceFormFields draft={draft} problems={problems} onDraft={change} />
        <FileDropArea
          label="Files: choose them, drop them here or paste them"
          disabled={adding.isBusy}
          onFiles={(more) => setFiles((now) => [...now, ...more])}
        >
          <ul className="plain-list">
            {files.map((file, index) => (
              <li key={`${file.name} ${String(index)}`}>
                {file.name} <span className="quiet">{sizeWords(file.size)}</span>{' '}
                <Button look="quiet" disabled={adding.isBusy} onClick={() => leaveOut(file)}>
                  Leave out<span className="visually-hidden"> {file.name}</span>
                </Button>
              </li>
            ))}
          </ul>
        </FileDropArea>
        <UploadProgress upload={upload} />
        {/* Enter in a line adds: a form with several lines does so only when it has a submit button. */}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
          Add
        </button>
      </form>
    </Dialog>
  );
}
