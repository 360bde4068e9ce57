import { Link } from 'wouter';
import { EmptyState } from '../../components/EmptyState.tsx';
import { routes } from '../../state/routes.ts';

/** Nothing is in conflict: what that means, and where one goes from here. */
export function NothingToSettle() {
  return (
    <EmptyState why="Nothing is left to settle. Where people have written different things into the same field without having seen each other’s, the field waits here until somebody decides.">
      <ul className="plain-list nothing-to-settle">
        <li>
          <Link href={routes.bringTogether()}>Bring in contributions</Link>
        </li>
        <li>
          <Link href={routes.alike()}>See which evidence looks alike</Link>
        </li>
        <li>
          <Link href={routes.handBack()}>Hand the result back to those who contributed</Link>
        </li>
        <li>
          <Link href={routes.overview()}>Go to the overview</Link>
        </li>
      </ul>
    </EmptyState>
  );
}
