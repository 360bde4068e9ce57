export type Switch = readonly [name: string, value?: string];

/**
 * What Chromium is started with so that it has no business on the network: no name is looked up, every request would go
 * to a proxy that is not there, and nothing of its own is fetched or reported in the background.
 */
export const networkSwitches: readonly Switch[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['proxy-server', 'http://127.0.0.1:9'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['disable-breakpad'],
  ['no-pings'],
  ['dns-prefetch-disable'],
  ['disable-quic'],
  [
    'disable-features',
    'OptimizationHints,MediaRouter,DialMediaRouteProvider,AutofillServerCommunication,NetworkTimeServiceQuerying,CertificateTransparencyComponentUpdater',
  ],
];
