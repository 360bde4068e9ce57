import { Link } from 'wouter';
import { needsChecking, rowsOf } from '../../../shared/domain/frameworkRow.ts';
import { routes } from '../../state/routes.ts';
import { useCatalogue } from '../../state/useCatalogue.ts';
import { countWords } from '../../words/countWords.ts';

/** How many key questions, quality indicators and other texts nobody has compared with the published guide yet. */
export function TextsToCheck() {
  const toCheck = rowsOf(useCatalogue()).filter(needsChecking).length;
  if (toCheck === 0) return null;
  return (
    <p className="quiet">
      {countWords(toCheck, 'text of the frameworks is', 'texts of the frameworks are')} not verified.{' '}
      <Link href={routes.frameworks()}>Check them against your copy</Link>
    </p>
  );
}
