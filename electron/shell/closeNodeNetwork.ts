import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';

/**
 * Takes the network away from the main process itself: connecting, looking up a name and fetching throw from here on.
 * The program has no use for them; a dependency that tries is stopped and seen.
 */
export function closeNodeNetwork(): void {
  net.Socket.prototype.connect = refuse;
  dgram.createSocket = refuse;
  dns.lookup = Object.assign(refuse, { __promisify__: refuse });
  globalThis.fetch = refuse;
}

function refuse(): never {
  throw new Error('The workbook does not use the network');
}
