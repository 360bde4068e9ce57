import { Link } from 'wouter';
import { routes } from '../../state/routes.ts';

/** What the partner has to know, and what happens when the file comes back. */
export function WhatToTell() {
  return (
    <section aria-labelledby="to-fill-in-tell" className="stack">
      <h2 id="to-fill-in-tell" className="section-heading">
        What to tell the partner
      </h2>
      <ol>
        <li>
          Write your name on the first sheet, then fill in the pale yellow cells. Leave empty what you have
          nothing to say to.
        </li>
        <li>
          Add new evidence and actions in the empty rows of their sheets. You can sort and filter as you like.
        </li>
        <li>Save it as an Excel workbook (.xlsx), in Excel or LibreOffice, and send that file back.</li>
      </ol>
      <p>
        The same stands on its first sheet. When it comes back, bring it in under{' '}
        <Link href={routes.bringTogether()}>Bring together</Link>: every changed cell becomes a contribution,
        and what could not be taken is listed cell by cell.
      </p>
    </section>
  );
}
