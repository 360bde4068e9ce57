import { WorkbookError } from '../../shared/domain/workbookError.ts';
import type { Program } from './program.ts';

/**
 * The id of the partner whose id or name somebody typed; the case of the name does not matter.
 *
 * @throws WorkbookError `not-found`.
 */
export async function partnerNamed({ ask }: Program, name: string): Promise<string> {
  const { partners } = await ask('read-catalogue', {});
  const partner = partners.find(({ id, title }) => id === name || title.toLowerCase() === name.toLowerCase());
  if (partner === undefined) {
    const titles = partners.map(({ title }) => `“${title}”`).join(', ');
    throw new WorkbookError('not-found', `There is no partner called “${name}”. There are: ${titles}.`);
  }
  return partner.id;
}
