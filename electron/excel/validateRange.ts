import type { Worksheet } from 'exceljs';

/** Gives one validation to a whole range of cells, such as `B2:B500`; `rule` is in exceljs's words. */
export function validateRange(worksheet: Worksheet, range: string, rule: object): void {
  // The typings leave out the one way to give a validation to a range; per cell it would be one object a cell.
  const { dataValidations } = worksheet as unknown as {
    dataValidations: { add(range: string, rule: object): void };
  };
  dataValidations.add(range, rule);
}
