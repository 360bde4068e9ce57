import { useCatalogue } from '../../state/useCatalogue.ts';

/** Every edition whose texts this workbook shows, with its publisher and what may be done with the text. */
export function Editions() {
  const { editions } = useCatalogue();
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label="Editions, table">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Edition</th>
            <th scope="col">Publisher</th>
            <th scope="col">State</th>
            <th scope="col">Use of the text</th>
          </tr>
        </thead>
        <tbody>
          {editions.map(({ id, title, version, publisher, status, licenceNote }) => (
            <tr key={id}>
              <th scope="row">{`${title} (${version})`}</th>
              <td>{publisher}</td>
              <td>{status === 'current' ? 'Current' : 'Superseded'}</td>
              <td>{licenceNote}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
