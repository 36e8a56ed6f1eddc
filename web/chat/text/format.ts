/** Formats of one locale; dates come in unix seconds, as on the wire. */
export type Format = ReturnType<typeof createFormat>;

export function createFormat(locale: string) {
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const fullTime = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'medium' });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const money = (amount: string, currency: string) => {
    const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
    try {
      const format = new Intl.NumberFormat(locale, { ...style, trailingZeroDisplay: 'stripIfInteger' });
      const parts = format.formatToParts(amount as Intl.StringNumericLiteral);
      const join = (isSymbol: boolean) =>
        parts.map(({ type, value }) => ((type === 'currency') === isSymbol ? value : '')).join('');
      return `${join(false).trim()}\u00a0${join(true)}`;
    } catch {
      return `${amount} ${currency}`;
    }
  };
  return {
    time: (seconds: number) => time.format(seconds * 1000),
    fullTime: (seconds: number) => fullTime.format(seconds * 1000),
    /** "Today", "Yesterday", then the date. */
    day: (seconds: number, nowMs: number) => {
      const age = dayNumber(nowMs) - dayNumber(seconds * 1000);
      return age === 0 || age === 1 ? capitalize(relative.format(-age, 'day')) : day.format(seconds * 1000);
    },
    /** Number first, as the bot writes prices; exact, since a decimal string never becomes a binary number. */
    money,
    /** The size of a file, in the largest unit that is not below one. */
    bytes: (count: number) => {
      const power = count < 1000 ? 0 : count < 1e6 ? 1 : 2;
      const unit = (['byte', 'kilobyte', 'megabyte'] as const)[power];
      const unitDisplay = power === 0 ? 'long' : 'short';
      const size = new Intl.NumberFormat(locale, {
        style: 'unit',
        unit,
        unitDisplay,
        maximumFractionDigits: 1,
      });
      return size.format(count / 1000 ** power);
    },
    /** An amount in the currency's smallest unit, as Telegram counts: kopecks, or whole Stars. */
    units: (amount: number, currency: string) => {
      if (currency === 'XTR') return `${amount}\u00a0⭐`;
      const digits = String(amount).padStart(3, '0');
      return money(`${digits.slice(0, -2)}.${digits.slice(-2)}`, currency);
    },
  };
}

/** Whole local days since the epoch. */
export function dayNumber(ms: number): number {
  const date = new Date(ms);
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / 86_400_000);
}

/** `m:ss`, or `h:mm:ss` from an hour on; never negative. */
export function countdown(remainingMs: number): string {
  const total = Math.max(0, Math.ceil(remainingMs / 1000));
  const pad = (part: number) => String(part).padStart(2, '0');
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor(total / 60) % 60;
  const tail = pad(total % 60);
  return hours > 0 ? `${hours}:${pad(minutes)}:${tail}` : `${minutes}:${tail}`;
}

function capitalize(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
