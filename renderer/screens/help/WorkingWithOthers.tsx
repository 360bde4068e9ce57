import { Link } from 'wouter';
import { routes } from '../../state/routes.ts';
import { HelpSection } from './HelpSection.tsx';

/** The way of a contribution from one laptop to all of them, in five steps. */
export function WorkingWithOthers() {
  return (
    <HelpSection id="help-others" title="Working with others, in five steps">
      <ol>
        <li>
          <strong>Give everybody a copy.</strong> <Link href={routes.handOver()}>Hand over</Link> everything;
          on the other laptops it is opened from the first screen. Partners without this program get a{' '}
          <Link href={routes.toFillIn()}>workbook to fill in</Link>.
        </li>
        <li>
          <strong>Everybody writes for their partner,</strong> on their own laptop, without a network.
        </li>
        <li>
          <strong>Everybody hands over.</strong> The packet goes by message or stick, its passphrase by phone.
          The overview says what has not been handed over yet.
        </li>
        <li>
          <strong>One person brings it together.</strong>{' '}
          <Link href={routes.bringTogether()}>Bring together</Link> shows first what would change; nothing is
          overwritten. What people wrote differently is <Link href={routes.conflicts()}>settled</Link> one by
          one, and the whole can be undone.
        </li>
        <li>
          <strong>That person hands back.</strong> <Link href={routes.handBack()}>Hand back</Link> writes
          everybody a packet and a note; after taking it in, all go on from the same state.
        </li>
      </ol>
    </HelpSection>
  );
}
