import { BlockList, isIP } from 'node:net';

/** Where YooKassa's notices come from. Source: payments.md §3. */
export const YOOKASSA_ADDRESSES: readonly string[] = [
  '185.71.76.0/27',
  '185.71.77.0/27',
  '77.75.153.0/25',
  '77.75.154.128/25',
  '77.75.156.11',
  '77.75.156.35',
  '2a02:5180::/32',
];

/**
 * Makes a test of addresses against ranges ("185.71.76.0/27") and single addresses. An IPv4 address written as
 * IPv6 (`::ffff:185.71.76.1`) is the same address; whatever is no address is not allowed.
 */
export function createAddressTest(allowed: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const range of allowed) {
    const [network = '', prefix] = range.split('/');
    const family = familyOf(network);
    if (prefix === undefined) list.addAddress(network, family);
    else list.addSubnet(network, Number(prefix), family);
  }
  return (address) => isIP(address) !== 0 && list.check(address, familyOf(address));
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}
