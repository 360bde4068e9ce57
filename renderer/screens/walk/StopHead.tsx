import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../components/Button.tsx';
import { Key } from '../../components/Key.tsx';
import { routes } from '../../state/routes.ts';
import { stopWords, type Stop } from './walkStops.ts';

/** Where the walk stands, and the ways back and on. */
export function StopHead(props: {
  readonly children: ReactNode;
  readonly position: string;
  readonly previous: Stop | undefined;
  readonly next: Stop | undefined;
}) {
  const [, navigate] = useLocation();
  const { previous, next } = props;
  return (
    <div className="stop__head">
      <div className="stop__where">{props.children}</div>
      <p className="stop__position">{props.position}</p>
      <div className="stop__moves">
        <Button
          aria-keyshortcuts="Alt+ArrowLeft"
          disabled={previous === undefined}
          onClick={() => previous && navigate(routes.walkAt(previous.id))}
        >
          Previous
          <Key combination="Alt+ArrowLeft" />
          {previous !== undefined && <span className="visually-hidden">: {stopWords(previous)}</span>}
        </Button>
        <Button
          aria-keyshortcuts="Alt+ArrowRight"
          disabled={next === undefined}
          onClick={() => next && navigate(routes.walkAt(next.id))}
        >
          Next
          <Key combination="Alt+ArrowRight" />
          {next !== undefined && <span className="visually-hidden">: {stopWords(next)}</span>}
        </Button>
      </div>
    </div>
  );
}
