import { useEffect, useState, type ComponentType } from 'react';
import { useRendererState } from '../state/RendererStateContext.tsx';
import { Button } from './Button.tsx';
import { Loading } from './Loading.tsx';
import { ScreenHeading } from './ScreenHeading.tsx';

/** Screens that are loaded apart from the page's start, which need not wait for them. */
export type LaterPart = {
  /** Loads them, so that they come up at once when somebody goes there. Rejects when their file can't be had. */
  readonly load: () => Promise<void>;
  readonly Part: ComponentType;
};

/** Makes a part of the page out of how to load it. It is loaded once and then stays. */
export function laterPart(importPart: () => Promise<ComponentType>): LaterPart {
  let Loaded: ComponentType | undefined;

  async function load(): Promise<void> {
    Loaded ??= await importPart();
  }

  function Part() {
    const [hasFailed, setHasFailed] = useState(false);
    const [, setIsLoaded] = useState(Loaded !== undefined);
    useEffect(() => {
      load().then(
        () => setIsLoaded(true),
        () => setHasFailed(true),
      );
    }, []);
    if (Loaded !== undefined) return <Loaded />;
    return <div className="screen">{hasFailed ? <NotLoaded /> : <OnItsWay />}</div>;
  }

  return { load, Part };
}

function OnItsWay() {
  return (
    <>
      <h1 className="visually-hidden">One moment</h1>
      <Loading what="this screen" />
    </>
  );
}

/** A browser does not ask twice for a script that it could not get, so that only a new page can. */
function NotLoaded() {
  const { autosave } = useRendererState();
  const handleAgain = async () => {
    if (await autosave.flush()) window.location.reload();
  };
  return (
    <>
      <ScreenHeading title="This screen could not be loaded" />
      <p>
        A file of the program could not be read. The workbook itself is not affected: everything that was
        shown as saved is on the disk. Open the page again. If that does not help, close the program and start
        it again.
      </p>
      <div className="button-row">
        <Button look="primary" onClick={() => void handleAgain()}>
          Open the page again
        </Button>
      </div>
    </>
  );
}
