import { keys, keyWords } from '../../state/keys.ts';

const places = [
  { where: 'Everywhere', title: 'Everywhere' },
  { where: 'Walk', title: 'In the walk' },
  { where: 'To settle', title: 'In “To settle” and “Looks alike”' },
] as const;

const registerKeys = [
  { words: '↑ ↓ ← →', does: 'Move from row to row and from column to column' },
  { words: 'Page Up, Page Down', does: 'Move by a screenful' },
  { words: 'Ctrl+Home, Ctrl+End', does: 'To the first and to the last piece of evidence' },
  { words: 'Enter', does: 'Open the piece of evidence' },
];

const dialogKeys = [
  { words: '↑ ↓', does: 'Choose among what was found, in the search and in “Jump to”' },
  { words: 'Enter', does: 'Open what is chosen' },
  { words: 'Escape', does: 'Close the dialog' },
];

/** Every key and what it does, by where it works. */
export function KeysTable() {
  const all = Object.values(keys);
  return (
    <div className="keys-tables">
      {places.map(({ where, title }) => (
        <KeyList
          key={where}
          title={title}
          rows={all
            .filter((key) => key.where === where)
            .map((key) => ({ words: key.keys.map(keyWords).join(' or '), does: key.does }))}
        />
      ))}
      <KeyList title="In the evidence register" rows={registerKeys} />
      <KeyList title="In a dialog" rows={dialogKeys} />
    </div>
  );
}

function KeyList(props: {
  readonly title: string;
  readonly rows: readonly { readonly words: string; readonly does: string }[];
}) {
  return (
    <table className="table keys-table">
      <caption className="keys-caption">{props.title}</caption>
      <tbody>
        {props.rows.map(({ words, does }) => (
          <tr key={words}>
            <th scope="row">
              <kbd className="keys-key">{words}</kbd>
            </th>
            <td>{does}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
