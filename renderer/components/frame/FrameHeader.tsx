import { useWorkbook } from '../../state/useWorkbook.ts';
import { useVoiceName } from '../../state/useVoiceName.ts';
import { Button } from '../Button.tsx';
import { Key } from '../Key.tsx';
import { SaveWords } from './SaveWords.tsx';
import { UndoButtons } from './UndoButtons.tsx';

/** Whose workbook it is, as whom this copy speaks, and whether everything is saved. */
export function FrameHeader(props: { readonly onSearch: () => void; readonly onChangeVoice: () => void }) {
  const workbook = useWorkbook();
  const voiceName = useVoiceName(workbook.voice);
  return (
    <header className="frame__head">
      <p className="frame__name">
        {workbook.partnership} <span className="quiet">· {workbook.round}</span>
      </p>
      <p className="frame__voice">
        <span className="quiet">Speaking as </span>
        <Button look="quiet" onClick={props.onChangeVoice}>
          <span className="visually-hidden">Change whom this copy speaks for: </span>
          {voiceName}
        </Button>
      </p>
      <UndoButtons />
      <SaveWords />
      <Button className="frame__search" aria-keyshortcuts="Control+K" onClick={props.onSearch}>
        Search
        <Key combination="Ctrl+K" />
      </Button>
    </header>
  );
}
