import { Link } from 'wouter';
import type { OverviewView } from '../../../shared/api/views/walkView.ts';
import { routes } from '../../state/routes.ts';

/** Grades that a reader may ask about. Not there when there is nothing to ask. */
export function WorthALook(props: { readonly worthALook: OverviewView['worthALook'] }) {
  if (props.worthALook.length === 0) return null;
  return (
    <section aria-labelledby="overview-worth">
      <h2 id="overview-worth" className="section-heading">
        Worth a look
      </h2>
      <ul className="overview__list">
        {props.worthALook.map((one) => (
          <li key={one.qualityIndicatorId}>
            <Link href={routes.walkAt(one.qualityIndicatorId)}>{one.label}</Link>
            <span className="overview__why">{one.why}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
