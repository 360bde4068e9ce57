import { Link } from 'wouter';
import { routes } from '../../state/routes.ts';
import { Button } from '../Button.tsx';
import type { AlikeItem } from './useAlikeEvidence.ts';

/** Evidence that looks like the same thing, with a way to use it instead where one is given. */
export function AlikeEvidence(props: {
  readonly alike: readonly AlikeItem[];
  readonly heading: string;
  readonly onUse?: (item: AlikeItem) => void;
  readonly useWords?: string;
}) {
  return (
    // The region is there before anything is found, so that a screen reader hears what is put into it.
    <div role="status" className="alike-evidence">
      {props.alike.length > 0 && (
        <>
          <p className="alike-evidence-heading">{props.heading}</p>
          <ul className="plain-list">
            {props.alike.map((item) => (
              <li key={item.evidenceId} className="alike-evidence-item">
                {props.onUse === undefined ? (
                  <Link href={routes.evidenceItem(item.evidenceId)}>{item.title}</Link>
                ) : (
                  <span>{item.title}</span>
                )}
                <span className="alike-evidence-why">{item.why}</span>
                {props.onUse !== undefined && (
                  <Button look="quiet" onClick={() => props.onUse?.(item)}>
                    {props.useWords}
                    <span className="visually-hidden">: {item.title}</span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
