import { fileURLToPath } from 'node:url';

/** The absolute path of the repository's root, with a trailing separator. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url));
