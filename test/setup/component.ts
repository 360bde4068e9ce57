import '@testing-library/jest-dom/vitest';

import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

import { registerView } from '../../renderer/screens/evidence/registerView.ts';

// Test files share one DOM and one set of modules, so whatever outlives a test is put back here.
afterEach(() => {
  cleanup();
  document.body.innerHTML = '';
  window.location.hash = '';
  registerView.setState(registerView.getInitialState(), true);
});
