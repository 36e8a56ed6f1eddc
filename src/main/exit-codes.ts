import { Fault } from '../lib/fault.ts';

/** What is wrong with the configuration or the place, told at once and by name. Exit code 2. */
export class UsageFault extends Fault {
  constructor(lines: string[]) {
    super('usage', lines.join('\n'), { isRetryable: false });
    this.name = 'UsageFault';
  }
}

/** Faults that another setting would cure, with the setting to name. */
const CURED_BY: Record<string, string> = {
  'data-dir-locked': 'DATABASE_URL',
  'data-dir-unwritable': 'DATA_DIR',
  'embedded-postgres-unavailable': 'DATABASE_URL',
  'port-in-use': 'PORT',
  'other-installation': 'BOT_TOKEN',
};

/** 2 when another setting would help, else 1; and the one line that says what happened. */
export function explainFailure(error: unknown): { exitCode: 1 | 2; line: string } {
  if (error instanceof UsageFault) return { exitCode: 2, line: error.message };
  if (!(error instanceof Fault)) {
    return { exitCode: 1, line: error instanceof Error ? error.message : String(error) };
  }
  const setting = CURED_BY[error.code];
  if (setting === undefined) return { exitCode: 1, line: error.message };
  const line = error.message.includes(setting) ? error.message : `${setting}: ${error.message}`;
  return { exitCode: 2, line };
}
