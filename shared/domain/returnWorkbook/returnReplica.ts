const START = 'excel-';

/** The copy that changes of a returned workbook say they come from: the same for every copy of the file. */
export function returnReplica(file: string): string {
  return `${START}${file.slice(0, 16)}`;
}

/** Whether changes came in a returned workbook: whoever filled it in has no copy of the program's own. */
export function isReturnReplica(replica: string): boolean {
  return replica.startsWith(START);
}
