import '@testing-library/jest-dom/vitest';

import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

import { keptPassphrases } from '../../renderer/components/passphrase/keptPassphrases.ts';
import { registerView } from '../../renderer/screens/evidence/registerView.ts';

// Test files share one DOM and one set of modules, so whatever outlives a test is put back here.
afterEach(() => {
  cleanup();
  document.body.innerHTML = '';
  window.location.hash = '';
  // One that is still kept holds the page open, for the next file as well.
  keptPassphrases.setState({ byJob: {} });
  registerView.setState(registerView.getInitialState(), true);
});
