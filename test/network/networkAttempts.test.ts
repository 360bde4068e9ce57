import { describe, expect, it } from 'vitest';

import { networkAttempts } from './networkAttempts.ts';

describe('reading a trace', () => {
  it('finds every way of naming an internet address', () => {
    const trace = [
      '12 connect(21, {sa_family=AF_INET, sin_port=htons(443), sin_addr=inet_addr("192.0.2.1")}, 16) = -1 ENETUNREACH',
      '12 connect(22, {sa_family=AF_INET6, sin6_port=htons(80), sin6_flowinfo=htonl(0), inet_pton(AF_INET6, "2001:db8::1", &sin6_addr), sin6_scope_id=0}, 28) = -1',
      '12 sendto(23, "\\1\\2", 2, MSG_NOSIGNAL, {sa_family=AF_INET, sin_port=htons(53), sin_addr=inet_addr("192.0.2.53")}, 16) = 2',
      '12 sendmsg(24, {msg_name={sa_family=AF_INET, sin_port=htons(1900), sin_addr=inet_addr("239.255.255.250")}, msg_namelen=16}, 0) = 1',
    ].join('\n');
    expect(networkAttempts(trace)).toEqual([
      { call: 'connect', address: '192.0.2.1', port: 443 },
      { call: 'connect', address: '2001:db8::1', port: 80 },
      { call: 'sendto', address: '192.0.2.53', port: 53 },
      { call: 'sendmsg', address: '239.255.255.250', port: 1900 },
    ]);
  });

  it('passes over sockets of files and of the kernel, and over answers to what came in', () => {
    const trace = [
      '12 socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 9',
      '12 bind(9, {sa_family=AF_INET, sin_port=htons(0), sin_addr=inet_addr("127.0.0.1")}, 16) = 0',
      '12 accept4(9, {sa_family=AF_INET, sin_port=htons(40000), sin_addr=inet_addr("127.0.0.1")}, [16], 0) = 10',
      '12 connect(3, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X99"}, 20) = 0',
      '12 sendto(4, "x", 1, 0, {sa_family=AF_NETLINK, nl_pid=0, nl_groups=00000000}, 12) = 1',
      '12 sendto(10, "HTTP/1.1 200", 12, MSG_NOSIGNAL, NULL, 0) = 12',
    ].join('\n');
    expect(networkAttempts(trace)).toEqual([]);
  });
});
