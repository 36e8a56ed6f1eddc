import type { Writable } from 'node:stream';
import type { Command } from 'commander';
import type { PaymentProvider } from '../ports/payment-provider.ts';
import type { Fleet } from '../usecases/access/node-target.ts';
import type { Shop } from '../usecases/shop.ts';

/** What an operator's command may use; opened only when a command needs it. */
export type CliDeps = {
  /** Runs with the shop of the configured installation, opened and closed around it. */
  withShop<T>(work: (shop: Shop, openFleet: () => Promise<Fleet>) => Promise<T>): Promise<T>;
  /** The same, with the providers that are switched on. */
  withProviders<T>(
    work: (shop: Shop, providers: ReadonlyMap<string, PaymentProvider>) => Promise<T>,
  ): Promise<T>;
  start(): Promise<number>;
  node(): Promise<number>;
  migrate(): Promise<string[]>;
  doctor(): Promise<DoctorLine[]>;
  /** A human line on stdout. */
  say(line: string): void;
  /** For a command that takes long. Once it is called, Ctrl-C no longer ends the process at once. */
  terminal(): Terminal;
  readFile(path: string): string;
};

/** `note`: a human line on stderr. `interrupted`: the operator or the system wants the command to end. */
export type Terminal = { note(line: string): void; stdout: Writable; interrupted: AbortSignal };

export type DoctorLine = { name: string; status: 'ok' | 'warning' | 'failed'; detail: string };

/** What a command came to. `lines` are for people, `data` for `--json`. */
export type CommandResult =
  | { ok: true; data: unknown; lines: string[] }
  | { ok: false; code: string; message: string; field?: string; exitCode: 1 | 2 };

/** A refused argument: exit code 2, naming the flag. */
export function usage(field: string, message: string): CommandResult {
  return { ok: false, code: 'usage', message: `${field} ${message}`, field, exitCode: 2 };
}

/** What a file says, without the white space around it; null when it cannot be read. */
export function readTextFile(deps: CliDeps, path: string): string | null {
  try {
    return deps.readFile(path).trim();
  } catch {
    return null;
  }
}

export function failed(code: string, message: string): CommandResult {
  return { ok: false, code, message, exitCode: 1 };
}

/** Adds a verb that also answers in JSON. */
export type AddVerb = (parent: Command, usage: string, description: string) => Command;

/** Adds the verbs of one noun; `finish` takes what a command came to. */
export type VerbGroup = (
  program: Command,
  verb: AddVerb,
  run: { deps: CliDeps; finish: (result: CommandResult) => void },
) => void;
