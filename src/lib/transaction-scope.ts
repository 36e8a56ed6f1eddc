import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Knows whether a database transaction is open on this async context. The store enters it; the HTTP client
 * refuses to call out of it (promise 5: no network inside a transaction).
 */
const scope = new AsyncLocalStorage<{ name: string }>();

export function runInTransactionScope<T>(name: string, work: () => Promise<T>): Promise<T> {
  return scope.run({ name }, work);
}

/** Throws when a transaction is open here: holding a connection over the network starves every customer. */
export function assertNoTransaction(call: string): void {
  const open = scope.getStore();
  if (open) throw new Error(`${call} inside the transaction "${open.name}": no network inside a transaction`);
}
