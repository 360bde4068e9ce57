import { readFile } from 'node:fs/promises';

import type { CustomScheme } from 'electron';

import { pageHeaders } from '../ipc/contentSecurityPolicy.ts';
import type { PageFiles } from '../ipc/pageFiles.ts';
import { pageScheme, isAllowedRequest } from './pageAddress.ts';

/** What the page's scheme may do: have an origin, be secure, be fetched from. It does not get past the policy of any page. */
export const appScheme: CustomScheme = {
  scheme: pageScheme,
  privileges: { standard: true, secure: true, supportFetchAPI: true },
};

/** Answers `app://workbook/…` from the list of built files, each with the Content-Security-Policy. */
export function answerPageRequests(files: PageFiles): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!isAllowedRequest(request.url)) return refused(403);
    if (request.method !== 'GET') return refused(405);
    const file = files.get(new URL(request.url).pathname);
    if (file === undefined) return refused(404);
    const bytes = await readFile(file.path);
    return new Response(new Uint8Array(bytes), {
      headers: { ...pageHeaders, 'Content-Type': file.contentType },
    });
  };
}

function refused(status: number): Response {
  return new Response(null, { status, headers: pageHeaders });
}
