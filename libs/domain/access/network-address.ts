const MAPPED = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i;
/** Groups of an IPv6 address that name a network; the rest names a machine in it, and is its owner's to choose. */
const NETWORK_GROUPS = 4;
const ALL_GROUPS = 8;

/**
 * What an address is counted as: itself, and of IPv6 its network of 64 bits, which one household or office is given
 * whole. Anything else is counted as it is.
 */
export function addressGroup(address: string): string {
  const plain = address.replace(MAPPED, '$1').replace(/%.*$/, '').toLowerCase();
  if (!plain.includes(':')) return plain;
  // “::” stands for as many groups of zero as are missing.
  const named = plain.split(/::?/).filter((group) => group !== '').length;
  const zeros = ':0'.repeat(Math.max(0, ALL_GROUPS - named));
  const groups = plain
    .replace('::', `${zeros}:`)
    .split(':')
    .filter((group) => group !== '');
  const network = groups.slice(0, NETWORK_GROUPS).map((group) => group.replace(/^0+(?=.)/, ''));
  return `${network.join(':')}::/64`;
}
