import { Link, useLocation } from 'wouter';

export type PageTab = {
  readonly label: string;
  readonly to: string;
  /** How many wait there, as it is shown and as it is read out; left out where nothing does. */
  readonly count?: { readonly shown: string; readonly words: string };
};

/** Links between the screens of one place of the workbook, under the heading of each. */
export function PageTabs(props: { readonly label: string; readonly tabs: readonly PageTab[] }) {
  const [location] = useLocation();
  // One place's address can begin like another's; the longer one is meant.
  const [here] = props.tabs
    .map(({ to }) => to)
    .filter((to) => location === to || location.startsWith(`${to}/`))
    .toSorted((left, right) => right.length - left.length);
  return (
    <nav className="page-tabs" aria-label={props.label}>
      <ul>
        {props.tabs.map(({ label, to, count }) => (
          <li key={to}>
            <Link
              href={to}
              className={to === here ? 'page-tabs__tab is-here' : 'page-tabs__tab'}
              aria-current={to === here ? 'page' : undefined}
            >
              {label}
              {count !== undefined && (
                <>
                  <span className="page-tabs__count" aria-hidden="true">
                    {count.shown}
                  </span>
                  <span className="visually-hidden">, {count.words}</span>
                </>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
