/** What a VLESS client asks for in its first bytes, over TCP. */
export type VlessRequest = { uuid: Buffer; host: string; port: number; payload: Buffer };

const COMMAND_TCP = 1;
const ADDRESS_IPV4 = 1;
const ADDRESS_DOMAIN = 2;
const ADDRESS_IPV6 = 3;

/**
 * Reads the request header: version 00, UUID, addons, command, port, address, then payload.
 * Source: the raw client of the stand-in experiment (VLESS version 0 without encryption).
 */
export function parseVlessRequest(bytes: Buffer): VlessRequest | 'incomplete' | 'invalid' {
  if (bytes.length < 18) return bytes.length > 0 && bytes[0] !== 0 ? 'invalid' : 'incomplete';
  const at = 18 + (bytes[17] ?? 0);
  if (bytes.length < at + 5) return 'incomplete';
  const isDomain = bytes[at + 3] === ADDRESS_DOMAIN;
  const start = at + (isDomain ? 5 : 4);
  const length = addressLength(bytes[at + 3], bytes[at + 4]);
  if (bytes[0] !== 0 || bytes[at] !== COMMAND_TCP || length === null) return 'invalid';
  if (bytes.length < start + length) return 'incomplete';
  const address = bytes.subarray(start, start + length);
  return {
    uuid: bytes.subarray(1, 17),
    host: isDomain ? address.toString('latin1') : formatAddress(address),
    port: bytes.readUInt16BE(at + 1),
    payload: bytes.subarray(start + length),
  };
}

export function formatUuid(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The simulated core is no proxy to the world. */
export function isLoopbackTarget(host: string): boolean {
  return host === 'localhost' || host === '0:0:0:0:0:0:0:1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function addressLength(kind: number | undefined, domainLength: number | undefined): number | null {
  if (kind === ADDRESS_IPV4) return 4;
  if (kind === ADDRESS_IPV6) return 16;
  return kind === ADDRESS_DOMAIN ? (domainLength ?? 0) : null;
}

function formatAddress(bytes: Buffer): string {
  if (bytes.length === 4) return bytes.join('.');
  return Array.from({ length: 8 }, (_, index) => bytes.readUInt16BE(index * 2).toString(16)).join(':');
}
