import { Link, useLocation } from 'wouter';
import { routes } from '../../state/routes.ts';
import { useWorkbook } from '../../state/useWorkbook.ts';
import { countWords, numberWords } from '../../words/countWords.ts';
import { Button } from '../Button.tsx';
import { Key } from '../Key.tsx';

type Place = {
  readonly label: string;
  readonly to: string;
  /** How many there are, as it is shown and as it is read out. */
  readonly count?: { readonly shown: string; readonly words: string };
  readonly alsoAt?: string;
};

/** The places of the workbook, with what waits there, and the marking at the bottom. */
export function FrameNavigation(props: { readonly onShowKeys: () => void }) {
  const { counts, marking } = useWorkbook();
  const unsettled = countWords(counts.conflicts, 'field');
  const places: readonly Place[] = [
    { label: 'Overview', to: routes.overview() },
    { label: 'Walk', to: routes.walk() },
    {
      label: 'Evidence',
      to: routes.evidence(),
      count: { shown: numberWords(counts.evidence), words: countWords(counts.evidence, 'piece') },
    },
    { label: 'Outcomes', to: routes.outcomes(), alsoAt: '/matrix' },
    {
      label: 'Bring together',
      to: routes.bringTogether(),
      ...(counts.conflicts === 0
        ? {}
        : { count: { shown: numberWords(counts.conflicts), words: `${unsettled} not settled` } }),
    },
    { label: 'Share', to: routes.handOver(), alsoAt: '/share' },
    { label: 'Search', to: routes.search() },
    { label: 'History', to: routes.history() },
  ];
  const further: readonly Place[] = [
    { label: 'Frameworks', to: routes.frameworks() },
    { label: 'Settings', to: routes.settings() },
    { label: 'Help', to: routes.help() },
  ];
  return (
    <nav className="frame__side" aria-label="Workbook">
      <Places places={places} />
      <Places places={further} />
      <Button look="quiet" aria-keyshortcuts="?" onClick={props.onShowKeys}>
        All keys
        <Key combination="?" />
      </Button>
      <p className="frame__marking">
        <span className="visually-hidden">Protective marking: </span>
        {marking === '' ? 'No marking set' : marking}
      </p>
    </nav>
  );
}

function Places(props: { readonly places: readonly Place[] }) {
  const [location] = useLocation();
  return (
    <ul className="frame__places">
      {props.places.map((place) => {
        const starts = [place.to, place.alsoAt].filter((start) => start !== undefined);
        const isHere = starts.some((start) => location === start || location.startsWith(`${start}/`));
        return (
          <li key={place.to}>
            <Link
              href={place.to}
              className={isHere ? 'frame__place is-here' : 'frame__place'}
              aria-current={isHere ? 'page' : undefined}
            >
              <span>{place.label}</span>
              {place.count !== undefined && (
                <>
                  <span className="frame__count" aria-hidden="true">
                    {place.count.shown}
                  </span>
                  <span className="visually-hidden">, {place.count.words}</span>
                </>
              )}
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
