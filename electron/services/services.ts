import type { OutputOf, ParsedInputOf } from '../../shared/api/contract.ts';
import type { OperationName } from '../../shared/api/operationNames.ts';

/** One use case for each operation. Input is parsed; expected failures throw WorkbookError. */
export type Services = {
  readonly [Name in OperationName]: (input: ParsedInputOf<Name>) => OutputOf<Name> | Promise<OutputOf<Name>>;
};
