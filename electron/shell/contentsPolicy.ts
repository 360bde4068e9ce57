import type { WebContents } from 'electron';

import { isPageAddress } from './pageAddress.ts';

type Preventable = { readonly preventDefault: () => void };

/** Keeps a page where it is: it can go to no other address, open no window and hold no other page. */
export function holdContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event, address) => preventUnlessOurs(event, address));
  contents.on('will-redirect', (event, address) => preventUnlessOurs(event, address));
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
    else preventUnlessOurs(event, event.url);
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

function preventUnlessOurs(event: Preventable, address: string): void {
  if (!isPageAddress(address)) event.preventDefault();
}
