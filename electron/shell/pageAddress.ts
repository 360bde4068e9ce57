/** The scheme and host that the built page is served under; nothing else is ever shown. */
export const pageScheme = 'app';
export const pageHost = 'workbook';

/** The address of the start screen. Screens are told apart by what follows `#`. */
export const startAddress = `${pageScheme}://${pageHost}/index.html`;

/** Whether an address is that of our page, whatever its screen. Compared part by part, never as text that begins alike. */
export function isPageAddress(address: string): boolean {
  const url = parsed(address);
  return (
    url !== null &&
    isOurs(url) &&
    (url.pathname === '/index.html' || url.pathname === '/') &&
    url.search === ''
  );
}

/** Whether a request may go out of a page: our own built files, and pictures that the page itself made. */
export function isAllowedRequest(address: string): boolean {
  const url = parsed(address);
  if (url === null) return false;
  if (url.protocol === 'blob:') return isAllowedBlob(url.pathname);
  return isOurs(url);
}

function isAllowedBlob(inner: string): boolean {
  const url = parsed(inner);
  return url !== null && isOurs(url);
}

function isOurs(url: URL): boolean {
  return (
    url.protocol === `${pageScheme}:` &&
    url.hostname === pageHost &&
    url.port === '' &&
    url.username === '' &&
    url.password === ''
  );
}

function parsed(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
