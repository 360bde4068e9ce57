import { useRef, useState } from 'react';
import type { LinkTarget } from '../../../shared/domain/entityIdentity.ts';
import { useAction } from '../../state/useAction.ts';
import { sizeWords } from '../../words/countWords.ts';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { Notice } from '../Notice.tsx';
import { TextField } from '../TextField.tsx';
import { AlikeEvidence } from './AlikeEvidence.tsx';
import './evidence-dialogs.css';
import { type EvidenceDraft, hasContent, startingDraft } from './evidenceDraft.ts';
import { EvidenceFormFields } from './EvidenceFormFields.tsx';
import { FileDropArea } from './FileDropArea.tsx';
import { UploadProgress } from './UploadProgress.tsx';
import { useAddEvidence } from './useAddEvidence.ts';
import { useAlikeEvidence } from './useAlikeEvidence.ts';
import { useTargetNames } from './useTargetNames.ts';
import { useUpload } from './useUpload.ts';

/**
 * Adds a piece of evidence without leaving the screen, linked to `linkTo` when that is given.
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
  const alike = useAlikeEvidence(draft.title);
  const names = useTargetNames();
  const upload = useUpload();
  const { problems, add, linkExisting, discard } = useAddEvidence(draft, linkTo);
  const form = useRef<HTMLFormElement>(null);

  const adding = useAction(async () => {
    const evidenceId = addedId ?? (await add());
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
  const close = (): void => {
    if (addedId !== null) onAdded(addedId);
    else if (hasContent(draft) || files.length > 0) setIsLeaving(true);
    else onClose();
  };

  return (
    <Dialog
      title="Add evidence"
      size="wide"
      onClose={close}
      isClosable={!adding.isBusy}
      actions={
        addedId !== null && !adding.isBusy ? (
          <Button look="primary" onClick={() => onAdded(addedId)}>
            Go on without these files
          </Button>
        ) : (
          <>
            <Button look="primary" disabled={adding.isBusy} onClick={() => void adding.run()}>
              {linkTo === null ? 'Add it' : 'Add and link it'}
            </Button>
            <Button disabled={adding.isBusy} onClick={close}>
              Do not add it
            </Button>
          </>
        )
      }
    >
      {isLeaving && (
        <Notice kind="warning" title="What you wrote is not saved yet">
          <Button onClick={() => setIsLeaving(false)}>Go on writing</Button>{' '}
          <Button look="danger" disabled={discarding.isBusy} onClick={() => void discarding.run()}>
            Discard this evidence
          </Button>
        </Notice>
      )}
      <FailureNotice failure={adding.failure ?? linking.failure} title="It was not added" />
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
                <Button
                  look="quiet"
                  disabled={adding.isBusy}
                  onClick={() => setFiles((now) => now.filter((one) => one !== file))}
                >
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

/** The field to put right has the focus; it is drawn with its problem only after this turn. */
function focusFirstProblem(form: HTMLFormElement | null): void {
  setTimeout(() => form?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
}
