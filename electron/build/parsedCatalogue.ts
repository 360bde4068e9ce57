import path from 'node:path';

import type { Plugin } from 'vite';

import { shippedCatalogue } from '../../shared/frameworks/catalogue.ts';
import { projectFolder } from './projectFolder.ts';

const source = path.join(projectFolder, 'shared/frameworks/catalogue.ts');

/**
 * Puts the shipped frameworks into the core as they are once parsed, so that they are checked when the program is built and
 * not at each of its starts. A fault in them ends the build.
 */
export function parsedCatalogue(): Plugin {
  return {
    name: 'parsed-catalogue',
    load: (id) => (path.normalize(id) === source ? parsedModule() : null),
  };
}

/** The module `catalogue.ts` as it is built. As text, because that is read faster than code. */
export function parsedModule(): string {
  const text = JSON.stringify(JSON.stringify(shippedCatalogue));
  return `export const shippedCatalogue = JSON.parse(${text});`;
}
