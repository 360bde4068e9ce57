import { z } from 'zod';
import { contract } from '../../shared/api/contract.ts';
import { operationNames } from '../../shared/api/operationNames.ts';
import { exitStatus, printResult, type ExitStatus, type Terminal } from './terminal.ts';

/** Prints every operation of the contract with the JSON Schema of what it takes and what it answers. */
export function describeOperations(terminal: Terminal): ExitStatus {
  const operations = operationNames.map((operation) => ({
    operation,
    input: z.toJSONSchema(contract[operation].input, { io: 'input' }),
    output: z.toJSONSchema(contract[operation].output),
  }));
  printResult(terminal, operations);
  return exitStatus.done;
}
