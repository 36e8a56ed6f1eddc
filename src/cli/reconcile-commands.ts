import { type Reconciled, reconcileDay, reconcileRecent } from '../usecases/payments/reconcile-provider.ts';
import { type CliDeps, type CommandResult, failed, usage } from './command.ts';

/** `atlas reconcile payments [--day YYYY-MM-DD]`: without a day, the last two hours. Fails when books differ. */
export async function reconcilePaymentsCommand(
  deps: CliDeps,
  options: { day?: string },
): Promise<CommandResult> {
  const day = options.day === undefined ? null : parseDay(options.day);
  if (options.day !== undefined && day === null) return usage('--day', 'must be a date, such as 2026-01-31');
  const reconciled = await deps.withProviders((shop, providers) =>
    day ? reconcileDay(shop, providers, day) : reconcileRecent(shop, providers),
  );
  const lines = reconciled.map(describe);
  const findings = reconciled.reduce((sum, one) => sum + (one.isListable ? one.findings : 0), 0);
  if (findings > 0) {
    return failed('books-differ', [...lines, 'atlas task list shows the differences'].join('; '));
  }
  return { ok: true, data: reconciled, lines: lines.length > 0 ? lines : ['no provider is configured'] };
}

function describe(one: Reconciled): string {
  if (!one.isListable) return `${one.provider}: its books cannot be listed`;
  const { provider, listed, settled, findings } = one;
  return `${provider}: ${listed} listed, ${settled} settled now, ${findings} differ`;
}

function parseDay(text: string): Date | null {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? day : null;
}
