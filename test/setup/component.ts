import '@testing-library/jest-dom/vitest';
import '../renderer/support/reactTurns.ts';

import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

import { pageStores } from '../renderer/support/pageStores.ts';

// Test files share one DOM and one set of modules, so whatever outlives a test is put back here.
afterEach(() => {
  cleanup();
  document.body.innerHTML = '';
  window.location.hash = '';
  for (const forget of Object.values(pageStores)) forget();
});
