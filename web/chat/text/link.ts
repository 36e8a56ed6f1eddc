const allowed = new Set(['http:', 'https:', 'tg:', 'mailto:', 'tel:']);

/** The address to open for a link that a bot sent, or undefined for one that no messenger would open. */
export function safeHref(address: string): string | undefined {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`);
  return url && allowed.has(url.protocol) ? url.href : undefined;
}

/** The text that a link to this bot sends when it is opened: `https://t.me/<bot>?start=x` → `/start x`. */
export function startCommandOf(address: string, botUsername: string): string | undefined {
  const url = URL.parse(/^https?:/i.test(address) ? address : `https://${address}`);
  if (!url || !['t.me', 'telegram.me'].includes(url.hostname)) return undefined;
  if (url.pathname.slice(1).toLowerCase() !== botUsername.toLowerCase()) return undefined;
  const parameter = url.searchParams.get('start');
  return parameter ? `/start ${parameter}` : '/start';
}
