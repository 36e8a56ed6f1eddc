import { isFault } from '../../lib/fault.ts';
import type { PaymentProvider, ProviderRecord } from '../../ports/payment-provider.ts';
import { addProviderTrouble, endProviderTrouble } from '../../store/operations/system-state.ts';
import type { Shop } from '../shop.ts';

/**
 * The same provider; whether it answers is written down for all processes. A refusal is an answer, an unknown outcome is
 * none. Nothing is written as long as it answers, and nothing that is written makes a call fail.
 */
export function watchProvider(shop: Shop, provider: PaymentProvider): PaymentProvider {
  // Unknown at the start: another process, or this one before, may have left a trouble behind.
  let isKnownWell = false;
  const note = async (error: unknown) => {
    const isAway = isFault(error, 'provider-unreachable');
    if (!isAway && isKnownWell) return;
    const written = isAway
      ? addProviderTrouble(shop.db, provider.name, shop.clock.now())
      : endProviderTrouble(shop.db, provider.name);
    isKnownWell = await written.then(
      () => !isAway,
      () => false,
    );
  };
  const watch = async <T>(call: () => Promise<T>, isProof: (answer: T) => boolean): Promise<T> => {
    try {
      const answer = await call();
      if (isProof(answer)) await note(null);
      return answer;
    } catch (error) {
      await note(error);
      throw error;
    }
  };
  const { cancel, refund, list } = provider;
  return {
    name: provider.name,
    minimumKopecks: provider.minimumKopecks,
    hasWebhook: provider.hasWebhook,
    verify: (notice) => provider.verify(notice),
    readStored: (body) => provider.readStored(body),
    create: (request, isRepeat) => watch(() => provider.create(request, isRepeat), always),
    confirm: (event) =>
      event.isHint ? watch(() => provider.confirm(event), always) : provider.confirm(event),
    fetch: (invoices) =>
      watch(
        () => provider.fetch(invoices),
        (verdicts) => verdicts.some(isKnown),
      ),
    cancel: cancel && ((invoice) => watch(() => cancel(invoice), never)),
    refund: refund && ((request) => watch(() => refund(request), isKnown)),
    list: list && ((range) => watchList(list(range), note)),
  };
}

const always = () => true;
/** What cannot be withdrawn is left as it is, whether or not anybody has answered. */
const never = () => false;
const isKnown = ({ kind }: { kind: string }) => kind !== 'unknown';

async function* watchList(
  records: AsyncIterable<ProviderRecord>,
  note: (error: unknown) => Promise<void>,
): AsyncIterable<ProviderRecord> {
  try {
    yield* records;
    await note(null);
  } catch (error) {
    await note(error);
    throw error;
  }
}
