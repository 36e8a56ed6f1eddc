/** Decimals as text, added up in bigints: amounts never pass through a float. */
const SCALE = 8;
const ONE = 10n ** BigInt(SCALE);

/** Units of 10^-8, or undefined when `text` is not a plain positive decimal with at most 8 places. */
export function parseDecimal(text: string): bigint | undefined {
  const match = /^(\d{1,15})(?:\.(\d{1,8}))?$/.exec(text);
  if (!match) return undefined;
  return BigInt(match[1] ?? '0') * ONE + BigInt((match[2] ?? '').padEnd(SCALE, '0'));
}

/** Without trailing zeros: 325000000n → "3.25". */
export function formatDecimal(units: bigint): string {
  const fraction = (units % ONE).toString().padStart(SCALE, '0').replace(/0+$/, '');
  return fraction ? `${units / ONE}.${fraction}` : `${units / ONE}`;
}

export function multiplyDecimals(a: bigint, b: bigint): bigint {
  return (a * b) / ONE;
}

/** Rounded down to 10^-8. */
export function divideDecimals(a: bigint, b: bigint): bigint {
  return (a * ONE) / b;
}
