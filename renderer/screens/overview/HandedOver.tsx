import { Link } from 'wouter';
import { routes } from '../../state/routes.ts';
import { useWorkbook } from '../../state/useWorkbook.ts';
import { handOverWords } from '../../words/handOverWords.ts';

/** How much of this copy nobody else has been given, and the way to hand it over. */
export function HandedOver() {
  const { counts } = useWorkbook();
  const words = handOverWords(counts);
  if (words === null) return null;
  return (
    <p className="overview__handed-over">
      {words} {counts.notHandedOver > 0 && <Link href={routes.handOver()}>Hand over</Link>}
    </p>
  );
}
