/** One thing wrong with the configuration: the variable as the operator would type it, and what would be right. */
export type EnvFault = { name: string; message: string };

/**
 * Reads environment variables and remembers every fault, so that all of them can be told at once. Values of
 * secrets never enter a message. An empty string counts as unset.
 */
export type EnvReader = {
  /** The full name of a variable, with the prefix that APP_ENV asks for. */
  nameOf(name: string): string;
  text(name: string): string | undefined;
  required(name: string, what: string): string;
  integer(name: string, options: { fallback: number; min: number; max: number }): number;
  choice<T extends string>(name: string, choices: readonly T[], fallback: T): T;
  flag(name: string, fallback: boolean): boolean;
  /** A text that `pattern` accepts; `expected` completes "must be …". */
  matching(name: string, pattern: RegExp, expected: string): string | undefined;
  /** An http(s) address without credentials; plain http only for loopback. Trailing slashes are dropped. */
  webAddress(name: string): string | undefined;
  fault(name: string, message: string): void;
  readonly faults: EnvFault[];
};

export type Env = Readonly<Record<string, string | undefined>>;

/** `prefixed` names are read as `<prefix><NAME>`; all others as they are. */
export function createEnvReader(env: Env, prefix = '', prefixed: ReadonlySet<string> = new Set()): EnvReader {
  const faults: EnvFault[] = [];
  const nameOf = (name: string) => (prefixed.has(name) ? `${prefix}${name}` : name);
  const text = (name: string) => {
    const value = env[nameOf(name)]?.trim();
    return value === '' ? undefined : value;
  };
  const fault = (name: string, message: string) => void faults.push({ name: nameOf(name), message });
  return {
    nameOf,
    text,
    fault,
    faults,
    required(name, what) {
      const value = text(name);
      if (value === undefined) fault(name, `is required: ${what}`);
      return value ?? '';
    },
    integer(name, { fallback, min, max }) {
      const value = text(name);
      if (value === undefined) return fallback;
      const number = /^-?\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
      if (number >= min && number <= max) return number;
      fault(name, `must be a whole number from ${min} to ${max}`);
      return fallback;
    },
    choice(name, choices, fallback) {
      const value = text(name);
      if (value === undefined) return fallback;
      const found = choices.find((choice) => choice === value);
      if (found === undefined) fault(name, `must be one of ${choices.join(', ')}`);
      return found ?? fallback;
    },
    flag(name, fallback) {
      const value = text(name)?.toLowerCase();
      if (value === undefined) return fallback;
      if (['true', '1', 'yes', 'on'].includes(value)) return true;
      if (['false', '0', 'no', 'off'].includes(value)) return false;
      fault(name, 'must be true or false');
      return fallback;
    },
    matching(name, pattern, expected) {
      const value = text(name);
      if (value === undefined || pattern.test(value)) return value;
      fault(name, `must be ${expected}`);
      return undefined;
    },
    webAddress(name) {
      const value = text(name);
      if (value === undefined) return undefined;
      const problem = problemOfAddress(value);
      if (problem) fault(name, problem);
      return problem ? undefined : value.replace(/\/+$/, '');
    },
  };
}

function problemOfAddress(value: string): string | null {
  const url = URL.canParse(value) ? new URL(value) : null;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return 'must be an https address';
  if (url.username || url.password) return 'must not hold a user name or password';
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return 'must be https (http only for loopback)';
  return null;
}

/** True for localhost, 127.0.0.0/8 and [::1] as they stand in a URL or a HOST setting. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}
