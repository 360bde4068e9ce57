import { Disclosure } from '../../components/Disclosure.tsx';

/** Why a person has to decide here, in plain words. */
export function WhyAsked({ isDeletion }: { readonly isDeletion: boolean }) {
  return (
    <Disclosure summary="Why am I asked?" className="why-asked">
      {isDeletion ? (
        <p>
          One person deleted this while another, on a different laptop, changed it. Neither had seen what the
          other did. Nobody’s change is thrown away unasked, so it stays until somebody decides.
        </p>
      ) : (
        <p>
          People wrote different things here on different laptops, and none of them had seen what the others
          wrote. The workbook never picks one by itself, by the newest time or otherwise: clocks can be wrong,
          and the later text is not always the better one. Every value stays until somebody decides.
        </p>
      )}
      <p>
        Whatever you decide, the values you do not take stay in the history with their authors. Leaving it
        open is fine: it shows as “Not settled” in the walk, on the overview and in the export.
      </p>
    </Disclosure>
  );
}
