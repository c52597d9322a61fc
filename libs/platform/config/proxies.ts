import { isIP } from 'node:net';

/** Networks known by a name: of the machine itself, of one cable, and private ones. */
const NAMED = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** The proxies a list separated by commas names. */
export function proxiesOf(list: string): readonly string[] {
  return list.split(',').map((proxy) => proxy.trim());
}

/** Whether a list separated by commas names nothing but addresses and networks. */
export function areProxies(list: string): boolean {
  return proxiesOf(list).every((proxy) => NAMED.has(proxy) || isNetwork(proxy));
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/** Whether a list of proxies believes everybody, or nearly: a network so large is none anybody stands behind. */
export function believesAnybody(list: string): boolean {
  return proxiesOf(list).some((proxy) => {
    const bits = proxy.split('/')[1];
    return bits !== undefined && Number(bits) < 8;
  });
}
