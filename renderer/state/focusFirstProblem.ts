/** Puts the focus on the first field of the place that has a problem, once the problems have been drawn. */
export function focusFirstProblem(place: ParentNode | null = document): void {
  setTimeout(() => place?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
}
