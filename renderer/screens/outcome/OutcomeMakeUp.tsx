import { Link } from 'wouter';
import type { EvidenceFilter } from '../../../shared/api/views/evidenceView.ts';
import type { OutcomeView } from '../../../shared/api/views/outcomeView.ts';
import { evidenceKinds } from '../../../shared/domain/entityCatalogue.ts';
import { evidenceKindWord } from '../../../shared/domain/evidenceKind.ts';
import { routes } from '../../state/routes.ts';
import { numberWords } from '../../words/countWords.ts';
import { evidenceAddress } from '../evidence/evidenceAddress.ts';

type Line = { readonly name: string; readonly count: number; readonly filter?: EvidenceFilter };

/** How an outcome's evidence is made up, with the gaps: a kind of which there is nothing is named as missing. */
export function OutcomeMakeUp(props: { readonly view: OutcomeView; readonly outcomeId: string }) {
  const { view, outcomeId } = props;
  const linkedTo = { kind: 'outcome', id: outcomeId } as const;
  const kinds: readonly Line[] = evidenceKinds.map((kind) => ({
    name: evidenceKindWord(kind),
    count: view.byKind.find((one) => one.kind === kind)?.count ?? 0,
    filter: { linkedTo, kinds: [kind] },
  }));
  const newestFirst = [...view.byYear].sort((left, right) => right.year.localeCompare(left.year));
  const years: readonly Line[] = newestFirst.map(({ year, count }) => {
    const isDated = /^\d{4}$/.test(year);
    return {
      name: isDated ? year : 'Without a date',
      count,
      ...(isDated ? {} : { filter: { linkedTo, undated: true } }),
    };
  });
  const partners: readonly Line[] = view.byPartner.map(({ partner, name, count }) => ({
    name,
    count,
    ...(partner === '' ? {} : { filter: { linkedTo, partner } }),
  }));
  return (
    <div className="outcome-make-up">
      <MakeUp title="By kind" lines={kinds} whyEmpty="" />
      <MakeUp title="By year" lines={years} whyEmpty="Nothing is linked, so there is nothing to date." />
      <MakeUp title="By partner" lines={partners} whyEmpty="No partner’s evidence is linked." />
      {view.related.length > 0 && (
        <section aria-labelledby="outcome-related">
          <h2 id="outcome-related" className="outcome-part">
            Related outcomes
          </h2>
          <ul className="plain-list">
            {view.related.map(({ id, title, evidence }) => (
              <li key={id} className="outcome-line">
                <Link href={routes.outcome(id)}>{title}</Link>
                <span className="number">{numberWords(evidence)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function MakeUp(props: {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly whyEmpty: string;
}) {
  const most = Math.max(1, ...props.lines.map(({ count }) => count));
  return (
    <section aria-label={props.title}>
      <h2 className="outcome-part">{props.title}</h2>
      {props.lines.length === 0 && <p className="quiet">{props.whyEmpty}</p>}
      <ul className="plain-list">
        {props.lines.map(({ name, count, filter }) => (
          <li key={name} className={count === 0 ? 'outcome-line outcome-line-is-gap' : 'outcome-line'}>
            {count > 0 && filter !== undefined ? (
              <Link href={evidenceAddress(filter)}>{name}</Link>
            ) : (
              <span>{name}</span>
            )}
            <span className="number">{count === 0 ? 'none: a gap' : numberWords(count)}</span>
            <meter aria-hidden="true" className="outcome-bar" min={0} max={most} value={count} />
          </li>
        ))}
      </ul>
    </section>
  );
}
