import './passphrase.css';

/** How many words stand together: what can be said and written down in one breath. */
const GROUP = 3;

/** A passphrase, large. Its words stand in groups; selected or copied it is what was used, hyphens and all. */
export function PassphraseWords(props: { readonly passphrase: string }) {
  const parts = props.passphrase.split(/(?<=-)/u);
  const groups = parts.flatMap((_part, index) =>
    index % GROUP === 0 ? [parts.slice(index, index + GROUP)] : [],
  );
  return (
    <code className="passphrase">
      {groups.map((group) => (
        <span key={group.join('')} className="passphrase__group">
          {group.join('')}
        </span>
      ))}
    </code>
  );
}
