import { useMemo } from 'react';
import { RadioGroup } from '../../components/RadioGroup.tsx';
import { useCatalogue } from '../../state/useCatalogue.ts';
import { countWords } from '../../words/countWords.ts';
import { askedGroups, withTicked, type AskedAbout, type AskedKind } from './askedAbout.ts';
import { AskedGroupFields } from './AskedGroupFields.tsx';
import './to-fill-in.css';

/** Everything, or only the quality indicators and outcomes that are ticked, with how many that are. */
export function AskedAboutFields(props: {
  readonly asked: AskedAbout;
  readonly onAsked: (asked: AskedAbout) => void;
  readonly problem: string | undefined;
}) {
  const { asked, onAsked } = props;
  const catalogue = useCatalogue();
  const groups = useMemo(() => askedGroups(catalogue), [catalogue]);
  const countOf = (kind: AskedKind, name: string): string => {
    const all = groups.filter((group) => group.kind === kind).flatMap(({ rows }) => rows).length;
    const count = asked.isAll ? all : asked.ticked[kind].size;
    return `${String(count)} of ${countWords(all, name)}`;
  };
  return (
    <section aria-labelledby="to-fill-in-asked" className="stack">
      <h2 id="to-fill-in-asked" className="section-heading">
        What it asks about
      </h2>
      <RadioGroup
        legend="Quality indicators and outcomes"
        isInline
        value={asked.isAll ? 'all' : 'ticked'}
        onValue={(value) => onAsked({ ...asked, isAll: value === 'all' })}
        options={[
          { value: 'all', label: 'All of them' },
          { value: 'ticked', label: 'Only those that I tick' },
        ]}
      />
      <p role="status">
        {`Asked about: ${countOf('qualityIndicators', 'quality indicator')} and ${countOf('outcomes', 'outcome')}.`}
      </p>
      {props.problem !== undefined && (
        <p className="field__error" role="alert">
          {props.problem}
        </p>
      )}
      {!asked.isAll && (
        <div className="asked-groups">
          {groups.map((group) => (
            <AskedGroupFields
              key={group.id}
              group={group}
              ticked={asked.ticked[group.kind]}
              onTicked={(ids, isTicked) => onAsked(withTicked(asked, group.kind, ids, isTicked))}
            />
          ))}
        </div>
      )}
    </section>
  );
}
