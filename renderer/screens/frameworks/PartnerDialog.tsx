import { useEffect, useRef, useState, type FormEvent } from 'react';
import { bodyKinds } from '../../../shared/domain/entityCatalogue.ts';
import type { Partner } from '../../../shared/domain/frameworkOutcomeRows.ts';
import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Notice } from '../../components/Notice.tsx';
import { SelectField } from '../../components/SelectField.tsx';
import { TextField } from '../../components/TextField.tsx';
import { focusFirstProblem } from '../../state/focusFirstProblem.ts';
import { bodyKindWord } from './bodyKindWord.ts';
import { useSavePartner } from './useSavePartner.ts';

/** What a partner is called here, and the kind of one that was added here; null adds one. */
export function PartnerDialog(props: { readonly partner: Partner | null; readonly onClose: () => void }) {
  const { partner } = props;
  const [name, setName] = useState(partner?.title ?? '');
  const [kind, setKind] = useState<string>(partner?.bodyKind ?? 'third-sector');
  const [isAsked, setIsAsked] = useState(false);
  const [isLeaving, setIsLeaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const question = useRef<HTMLDivElement>(null);
  const { saving, discard, isChanged } = useSavePartner(partner, { name, kind }, props.onClose);
  const isShipped = partner !== null && partner.editionId !== 'workbook';
  const isMissing = name.trim() === '';
  const submit = (): void => {
    setIsAsked(true);
    if (isMissing) focusFirstProblem(form.current);
    else void saving.run();
  };
  const close = (): void => {
    if (isChanged) setIsLeaving(true);
    else discard();
  };
  useEffect(() => {
    if (isLeaving) question.current?.querySelector('button')?.focus();
  }, [isLeaving]);
  return (
    <Dialog
      title={partner === null ? 'Add a partner' : `Change ${partner.title}`}
      onClose={close}
      isClosable={!saving.isBusy}
      actions={
        <>
          <Button look="primary" disabled={saving.isBusy} onClick={submit}>
            {partner === null ? 'Add the partner' : 'Save the change'}
          </Button>
          <Button disabled={saving.isBusy} onClick={close}>
            {partner === null ? 'Add none' : 'Leave it as it is'}
          </Button>
        </>
      }
    >
      {isLeaving && (
        <Notice kind="warning" title="What you wrote is not saved yet">
          <div className="button-row" ref={question}>
            <Button
              onClick={() => {
                // The button goes with the question.
                form.current?.querySelector('input')?.focus();
                setIsLeaving(false);
              }}
            >
              Go on writing
            </Button>
            <Button look="danger" onClick={discard}>
              Discard it
            </Button>
          </div>
        </Notice>
      )}
      <FailureNotice failure={saving.failure} title="The partner was not saved" />
      <form
        ref={form}
        noValidate
        className="stack"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          submit();
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
        {isShipped ? (
          <p className="quiet">{`${partner.source}: ${partner.actWording}.`}</p>
        ) : (
          <SelectField
            label="Kind of body"
            value={kind}
            options={bodyKinds.map((value) => ({ value, label: bodyKindWord(value) }))}
            onValue={setKind}
          />
        )}
      </form>
    </Dialog>
  );
}
