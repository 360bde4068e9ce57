/** An attempt of a traced program to reach an address, as the trace has it. */
export type NetworkAttempt = { readonly call: string; readonly address: string; readonly port: number };

/**
 * Reads the attempts to reach an internet address out of what `strace -f -e trace=network` wrote.
 *
 * Counted are connect, sendto, sendmsg and sendmmsg that name an address; answers on a connection that came in name none.
 * The kernel's own sockets and those of files (AF_UNIX, AF_NETLINK) are no network.
 */
export function networkAttempts(trace: string): readonly NetworkAttempt[] {
  return trace.split('\n').flatMap((line) => {
    const call = /\b(connect|sendto|sendmsg|sendmmsg)\(/.exec(line)?.[1];
    if (call === undefined || !/sa_family=AF_INET6?\b/.test(line)) return [];
    const port = Number(/sin6?_port=htons\((\d+)\)/.exec(line)?.[1] ?? '0');
    const address =
      /sin_addr=inet_addr\("([^"]+)"\)/.exec(line)?.[1] ??
      /inet_pton\(AF_INET6, "([^"]+)"/.exec(line)?.[1] ??
      'unknown';
    return [{ call, address, port }];
  });
}
