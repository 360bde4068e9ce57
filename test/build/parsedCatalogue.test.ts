import { expect, test } from 'vitest';

import { parsedModule } from '../../electron/build/parsedCatalogue.ts';
import { shippedCatalogue } from '../../shared/frameworks/catalogue.ts';

test('the built program has the frameworks exactly as they are once parsed', async () => {
  const built: unknown = await import(`data:text/javascript,${encodeURIComponent(parsedModule())}`);
  expect(built).toHaveProperty('shippedCatalogue', shippedCatalogue);
  expect(shippedCatalogue.questions.length).toBeGreaterThan(0);
});
