/** A step of long work with how far it is: “Taking the changes in: 3,500 of 20,000”. */
export function countedStep(step: string, done: number, all: number): string {
  return `${step}: ${done.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')}`;
}

/** The step without its count, by which a new step is told from the progress of one. */
export function stepWithoutCount(step: string): string {
  return step.replace(/: [\d,]+ of [\d,]+$/, '');
}
