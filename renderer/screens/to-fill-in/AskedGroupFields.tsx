import { Button } from '../../components/Button.tsx';
import { Checkbox } from '../../components/Checkbox.tsx';
import type { AskedGroup } from './askedAbout.ts';

/** The rows of one group, each with its box, and a way to tick all or none of them. */
export function AskedGroupFields(props: {
  readonly group: AskedGroup;
  readonly ticked: ReadonlySet<string>;
  readonly onTicked: (ids: readonly string[], isTicked: boolean) => void;
}) {
  const { group, ticked, onTicked } = props;
  const ids = group.rows.map(({ id }) => id);
  const ofGroup = <span className="visually-hidden">{` of: ${group.title}`}</span>;
  return (
    <fieldset className="asked-group">
      <legend className="asked-group__title">{group.title}</legend>
      <div className="asked-group__all">
        <Button look="quiet" onClick={() => onTicked(ids, true)}>
          Tick all{ofGroup}
        </Button>
        <Button look="quiet" onClick={() => onTicked(ids, false)}>
          Tick none{ofGroup}
        </Button>
      </div>
      {group.rows.map(({ id, label }) => (
        <Checkbox
          key={id}
          label={label}
          isChecked={ticked.has(id)}
          onChecked={(isTicked) => onTicked([id], isTicked)}
        />
      ))}
    </fieldset>
  );
}
