import { Link } from 'wouter';
import { EmptyState } from '../../components/EmptyState.tsx';
import { routes } from '../../state/routes.ts';

/** Why there is no pair to look at, and where to go from here. */
export function NothingAlike(props: { readonly isLeft: boolean; readonly areOthersThere: boolean }) {
  return (
    <EmptyState why={whyEmpty(props)}>
      <ul className="plain-list">
        <li>
          <Link href={routes.evidence()}>Go to the evidence</Link>, where joined pieces can be parted again on
          their own pages
        </li>
        <li>
          <Link href={routes.bringTogether()}>Bring in contributions</Link>
        </li>
      </ul>
    </EmptyState>
  );
}

function whyEmpty(list: { readonly isLeft: boolean; readonly areOthersThere: boolean }): string {
  if (list.isLeft) return 'No pair is left as two.';
  return list.areOthersThere
    ? 'No other evidence looks alike.'
    : 'No evidence looks alike: no two pieces have the same file or nearly the same title.';
}
