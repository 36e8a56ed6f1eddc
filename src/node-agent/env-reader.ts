import { type StartFault, StartRefusal } from './start-refusal.ts';

export type Env = Readonly<Record<string, string | undefined>>;

/** Reads variables one by one and remembers every fault, so that all are reported at once. */
export class EnvReader {
  readonly #env: Env;
  readonly #faults: StartFault[] = [];

  constructor(env: Env) {
    this.#env = env;
  }

  /** The trimmed value; undefined when unset or blank. */
  optional(name: string): string | undefined {
    return this.#env[name]?.trim() || undefined;
  }

  required(name: string): string {
    return this.optional(name) ?? this.#reject(name, 'is required', '');
  }

  /** A value that `pattern` accepts; `expected` completes "must be …". */
  matching(name: string, pattern: RegExp, expected: string): string | undefined {
    const value = this.optional(name);
    if (value === undefined || pattern.test(value)) return value;
    return this.#reject(name, `must be ${expected}`, undefined);
  }

  port(name: string, fallback: number): number {
    const value = this.optional(name);
    if (value === undefined) return fallback;
    const port = Number(value);
    if (/^\d+$/.test(value) && port <= 65_535) return port;
    return this.#reject(name, 'must be a port, 0 to 65535', fallback);
  }

  flag(name: string): boolean {
    return this.oneOf(name, ['0', '1', 'false', 'true'], '0').match(/^(1|true)$/) !== null;
  }

  oneOf<const T extends string>(name: string, values: readonly T[], fallback: T): T {
    const value = this.optional(name);
    if (value === undefined) return fallback;
    return (
      values.find((one) => one === value) ??
      this.#reject(name, `must be one of ${values.join(', ')}`, fallback)
    );
  }

  fault(name: string, problem: string): void {
    this.#faults.push({ name, problem });
  }

  /** Throws: StartRefusal with every fault met so far. */
  finish(): void {
    if (this.#faults.length > 0) throw new StartRefusal(this.#faults);
  }

  #reject<T>(name: string, problem: string, stand: T): T {
    this.fault(name, problem);
    return stand;
  }
}
