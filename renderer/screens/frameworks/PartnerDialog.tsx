import { useRef, useState, type FormEvent } from 'react';
import { bodyKinds } from '../../../shared/domain/entityCatalogue.ts';
import type { Partner } from '../../../shared/domain/frameworkOutcomeRows.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { TextField } from '../../components/TextField.tsx';
import { focusFirstProblem } from '../../state/focusFirstProblem.ts';
import { useAction } from '../../state/useAction.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { bodyKindWord } from './bodyKindWord.ts';

/** The name and kind of a partner of one's own; null adds one. */
export function PartnerDialog(props: { readonly partner: Partner | null; readonly onClose: () => void }) {
  const { partner, onClose } = props;
  const { client, session } = useRendererState();
  const [name, setName] = useState(partner?.title ?? '');
  const [kind, setKind] = useState<string>(partner?.bodyKind ?? 'third-sector');
  const [isAsked, setIsAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const isMissing = name.trim() === '';
  const saving = useAction(async () => {
    const saved = await client.call('edit', {
      entity: 'partner',
      ...(partner === null ? {} : { entityId: partner.id }),
      set: { name: name.trim(), bodyKind: kind },
    });
    session.changed(saved.savedAt);
    await session.reloadCatalogue();
    onClose();
  });
  const save = (): void => {
    setIsAsked(true);
    if (isMissing) focusFirstProblem(form.current);
    else void saving.run();
  };
  return (
    <Dialog
      title={partner === null ? 'Add a partner' : `Change ${partner.title}`}
      onClose={onClose}
      isClosable={!saving.isBusy}
      actions={
        <>
          <Button look="primary" disabled={saving.isBusy} onClick={save}>
            {partner === null ? 'Add the partner' : 'Save the change'}
          </Button>
          <Button disabled={saving.isBusy} onClick={onClose}>
            {partner === null ? 'Add none' : 'Leave it as it is'}
          </Button>
        </>
      }
    >
      <FailureNotice failure={saving.failure} title="The partner was not saved" />
      <form
        ref={form}
        noValidate
        className="stack"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label="Name of the body"
          data-autofocus
          maxLength={2_000}
          value={name}
          onValue={setName}
          error={isAsked && isMissing ? 'Enter a name.' : undefined}
        />
        <SelectField
          label="Kind of body"
          value={kind}
          options={bodyKinds.map((value) => ({ value, label: bodyKindWord(value) }))}
          onValue={setKind}
        />
      </form>
    </Dialog>
  );
}
