import { useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { WalkView } from '../../../shared/api/views/walkView.ts';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ProgressBar } from '../../components/ProgressBar.tsx';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { noFilter } from '../../state/walkState.ts';
import { OutlineFilter } from './OutlineFilter.tsx';
import { OutlineIndicator } from './OutlineIndicator.tsx';
import { stopWords, walkStops, type Stop } from './walkStops.ts';

/** Where everything is and how it stands: key questions, quality indicators with their grade, and their questions. */
export function Outline(props: {
  readonly outline: WalkView;
  readonly shown: WalkView;
  readonly stop: Stop | undefined;
  /** On narrow windows the outline is folded away until it is asked for. */
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}) {
  const { walk } = useRendererState();
  const filter = useStore(walk, (state) => state.filter);
  const { outline, shown, stop } = props;
  const list = useRef<HTMLDivElement>(null);
  const isFiltered = filter.kind !== 'all' || filter.text.trim() !== '';
  useLayoutEffect(() => {
    // First the whole quality indicator, so that its other questions are in view, then where the walk stands.
    for (const here of ['.outline__indicator.is-here', '[aria-current]']) {
      list.current?.querySelector(here)?.scrollIntoView({ block: 'nearest' });
    }
  }, [stop?.id]);
  const found = walkStops(shown).filter((one) => one.kind === 'question').length;
  return (
    <div className={props.isOpen ? 'outline is-open' : 'outline'}>
      <Button
        className="outline__toggle"
        aria-expanded={props.isOpen}
        onClick={() => props.onOpen(!props.isOpen)}
      >
        {props.isOpen ? 'Hide the outline' : 'Show the outline'}
        {stop !== undefined && <span className="quiet"> · {stopWords(stop)}</span>}
      </Button>
      <nav className="outline__nav" aria-label="Outline of the framework">
        <OutlineFilter
          questionsShown={found}
          questions={outline.questions}
          onAsked={() => props.onOpen(true)}
        />
        <div className="outline__list" ref={list}>
          {shown.keyQuestions.map((keyQuestion) => (
            <section key={keyQuestion.id} aria-label={keyQuestion.title}>
              <h2 className="outline__key-question">
                <span>{keyQuestion.title}</span>
                <span className="outline__count">
                  {keyQuestion.answered} of {keyQuestion.questions}
                  <span className="visually-hidden"> answered</span>
                </span>
              </h2>
              <ul className="outline__indicators">
                {keyQuestion.qualityIndicators.map((indicator) => (
                  <OutlineIndicator
                    key={indicator.id}
                    indicator={indicator}
                    stop={stop}
                    isOpen={isFiltered || indicator.id === stop?.qualityIndicator.id}
                  />
                ))}
              </ul>
            </section>
          ))}
          {shown.keyQuestions.length === 0 && (
            <EmptyState why="Nothing in the framework passes this filter.">
              <Button onClick={() => walk.setState({ filter: noFilter })}>Show everything</Button>
            </EmptyState>
          )}
        </div>
        <p className="outline__progress">
          <ProgressBar label="Questions answered" part={outline.answered} whole={outline.questions} />
          <span className="quiet">
            {outline.answered} of {outline.questions} answered
          </span>
        </p>
      </nav>
    </div>
  );
}
