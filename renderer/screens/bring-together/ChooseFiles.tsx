import { useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { FileDropArea } from '../../components/evidence/FileDropArea.tsx';
import { useHost } from '../../components/evidence/useHost.ts';
import { Loading } from '../../components/Loading.tsx';
import { TextArea } from '../../components/TextArea.tsx';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useWorkbook } from '../../state/useWorkbook.ts';
import { useDeskState } from './deskState.ts';
import { pathsTyped } from './pathsTyped.ts';
import { typePaths } from './typePaths.ts';
import type { Desk } from './useDesk.ts';

const DROP_LABEL = 'Drop packets and filled-in Excel workbooks here';

/** The ways to lay files out: dropped, chosen with the host's dialog, or by their paths where it has none. */
export function ChooseFiles(props: {
  readonly desk: Desk;
  readonly areThereAny: boolean;
  /** Whether it is the first thing to do here. */
  readonly isPrimary?: boolean;
}) {
  const { desk, areThereAny } = props;
  const host = useHost();
  const { client } = useRendererState();
  const workbook = useWorkbook().id;
  const { typedPaths } = useDeskState();
  const [isAsked, setIsAsked] = useState(false);
  const look = props.isPrimary === true ? 'primary' : 'secondary';
  if (host === undefined) return <Loading what="how files can be chosen" />;

  if (host === 'electron') {
    return (
      <FileDropArea
        label={DROP_LABEL}
        disabled={desk.isBusy}
        onFiles={desk.drop}
        chooser={
          // Without any path the host's own dialog asks.
          <Button
            look={look}
            disabled={desk.isBusy}
            onClick={() => desk.layOut(areThereAny ? { paths: [] } : {})}
          >
            Choose files…
          </Button>
        }
      />
    );
  }
  const paths = pathsTyped(typedPaths);
  const check = (): void => {
    setIsAsked(true);
    if (paths.length > 0) desk.layOut({ paths: [...paths] });
  };
  return (
    <div className="split choose-files">
      <FileDropArea label={`${DROP_LABEL}, or choose them`} disabled={desk.isBusy} onFiles={desk.drop} />
      <div className="stack">
        <TextArea
          label="Or type where the files are"
          hint="The full path of each file, one in each line."
          rows={3}
          value={typedPaths}
          error={isAsked && paths.length === 0 ? 'Type the path of at least one file.' : undefined}
          onValue={(text) => typePaths(client, workbook, text)}
        />
        <Button look={look} disabled={desk.isBusy} onClick={check}>
          {areThereAny ? 'Check these together with the others' : 'Check these files'}
        </Button>
      </div>
    </div>
  );
}
