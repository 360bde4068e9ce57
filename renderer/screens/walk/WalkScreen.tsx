import { useEffect, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { FailureNotice } from '../../components/FailureNotice.tsx';
import { Loading } from '../../components/Loading.tsx';
import { Notice } from '../../components/Notice.tsx';
import { ScreenHeading } from '../../components/ScreenHeading.tsx';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { routes } from '../../state/routes.ts';
import { useShortcut } from '../../state/useShortcut.ts';
import { useView } from '../../state/useView.ts';
import { GradeStop } from './GradeStop.tsx';
import { Outline } from './Outline.tsx';
import { QuestionStop } from './QuestionStop.tsx';
import { useTextMatches } from './useTextMatches.ts';
import { filteredOutline } from './walkFilter.ts';
import { firstStop, neighboursOf, walkStops } from './walkStops.ts';

/** The framework as an outline, and beside it the question or grade where the walk stands. */
export function WalkScreen(props: { readonly stopId: string | null }) {
  const { walk } = useRendererState();
  const [, navigate] = useLocation();
  const outline = useView('read-walk', {});
  const { filter, lastStopId } = useStore(walk);
  const found = useTextMatches(filter.text);
  const [isOutlineOpen, setIsOutlineOpen] = useState(false);

  const all = useMemo(() => (outline.value ? walkStops(outline.value) : []), [outline.value]);
  const shown = useMemo(
    () => outline.value && filteredOutline(outline.value, filter, found),
    [outline.value, filter, found],
  );
  const stopId = props.stopId ?? lastStopId ?? firstStop(all)?.id;
  const stop = all.find((one) => one.id === stopId);
  const { previous, next } = neighboursOf(all, shown ? walkStops(shown) : [], stopId ?? '');

  const shownId = stop?.id;
  useEffect(() => {
    if (shownId === undefined) return;
    walk.setState({ lastStopId: shownId });
    setIsOutlineOpen(false);
  }, [walk, shownId]);
  useShortcut('previous', () => previous && navigate(routes.walkAt(previous.id)), previous !== undefined);
  useShortcut('next', () => next && navigate(routes.walkAt(next.id)), next !== undefined);

  if (outline.value === undefined || shown === undefined) {
    return (
      <div className="screen">
        <ScreenHeading title="Walk" />
        <FailureNotice
          failure={outline.failure}
          title="The questions could not be read"
          onRetry={outline.reload}
        />
        {outline.failure === undefined && <Loading what="the questions" />}
      </div>
    );
  }
  return (
    <div className="walk">
      <Outline
        outline={outline.value}
        shown={shown}
        stop={stop}
        isOpen={isOutlineOpen}
        onOpen={setIsOutlineOpen}
      />
      {stop === undefined && (
        <div className="screen">
          <ScreenHeading title="Walk" />
          <Notice kind="info" title="This question is not in the framework" isStill>
            <p>Choose another one in the outline.</p>
          </Notice>
        </div>
      )}
      {stop?.kind === 'question' && (
        <QuestionStop key={stop.id} stop={stop} previous={previous} next={next} />
      )}
      {stop?.kind === 'grade' && <GradeStop key={stop.id} stop={stop} previous={previous} next={next} />}
    </div>
  );
}
