export type BrowserCommand = readonly [program: string, ...programArguments: string[]];

/**
 * The command that opens what is named after it in the person's own browser, or null where there is none to open: no screen, a
 * machine that builds and tests, or root, as whom no browser should run.
 */
export function browserCommand(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  asRoot: boolean,
): BrowserCommand | null {
  if (asRoot || isSet(environment['CI'])) return null;
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  if (platform === 'darwin') return ['open'];
  const hasScreen = isSet(environment['DISPLAY']) || isSet(environment['WAYLAND_DISPLAY']);
  return hasScreen ? ['xdg-open'] : null;
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
