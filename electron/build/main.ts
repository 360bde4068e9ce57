import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { buildCore } from './buildCore.ts';
import { buildPreload } from './buildPreload.ts';
import { buildRenderer } from './buildRenderer.ts';
import { emptyFolder } from './emptyFolder.ts';
import { projectFolder } from './projectFolder.ts';

const outputFolder = path.join(projectFolder, 'dist');

emptyFolder(outputFolder);
await buildCore(outputFolder);
await buildPreload(outputFolder);
await buildRenderer(path.join(outputFolder, 'renderer'));

// Written last: `npm start` takes a folder without it for an interrupted build.
writeFileSync(path.join(outputFolder, 'built.json'), `${JSON.stringify({ at: new Date().toISOString() })}\n`);
