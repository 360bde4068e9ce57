/** Stands where a view will be. Comes up only after a moment, so that quick answers do not flicker. */
export function Loading(props: { readonly what: string }) {
  return (
    <p className="loading" role="status">
      Reading {props.what}…
    </p>
  );
}
