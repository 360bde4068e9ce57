import { useState } from 'react';
import { PARTNERSHIP_VOICE } from '../../../shared/domain/entityIdentity.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useAction } from '../../state/useAction.ts';
import { useCatalogue } from '../../state/useCatalogue.ts';
import { useWorkbook } from '../../state/useWorkbook.ts';
import { Button } from '../Button.tsx';
import { Dialog } from '../Dialog.tsx';
import { FailureNotice } from '../FailureNotice.tsx';
import { RadioGroup } from '../RadioGroup.tsx';

/** For whom the answers and grades of this copy speak. */
export function VoiceDialog(props: { readonly onClose: () => void }) {
  const { session } = useRendererState();
  const { partners } = useCatalogue();
  const { voice } = useWorkbook();
  const [chosen, setChosen] = useState(voice);
  const change = useAction(async () => {
    if (chosen !== voice) await session.changeVoice(chosen);
    props.onClose();
  });
  return (
    <Dialog
      title="For whom does this copy speak?"
      onClose={props.onClose}
      actions={
        <>
          <Button look="primary" disabled={change.isBusy} onClick={() => void change.run()}>
            Speak for the one chosen
          </Button>
          <Button onClick={props.onClose}>Leave it as it is</Button>
        </>
      }
    >
      <p>
        Answers and grades are kept for each partner side by side. Changing this changes none of them: it only
        says whose you write from now on. If you keep the workbook by yourself, leave it at the partnership.
      </p>
      <RadioGroup
        legend="Speak for"
        value={chosen}
        onValue={setChosen}
        options={[
          {
            value: PARTNERSHIP_VOICE,
            label: 'The partnership',
            hint: 'The agreed answer and grade',
          },
          ...partners.map((partner) => ({ value: partner.id, label: partner.title })),
        ]}
      />
      <FailureNotice failure={change.failure} title="The voice was not changed" />
    </Dialog>
  );
}
