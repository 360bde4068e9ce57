/** The steps of zoom, 1 being the size as designed. */
const steps = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const;

/** The next larger step, or the largest. */
export function zoomedIn(zoom: number): number {
  return steps.find((step) => step > zoom + 0.001) ?? steps[steps.length - 1] ?? zoom;
}

/** The next smaller step, or the smallest. */
export function zoomedOut(zoom: number): number {
  return steps.findLast((step) => step < zoom - 0.001) ?? steps[0];
}
