import { ownPercent } from '../../domain/money/pricing.ts';
import { beginConversation, leaveConversation } from '../../usecases/customers/conversation.ts';
import { enterPromo } from '../../usecases/promo/enter-promo.ts';
import { viewDiscounts } from '../../usecases/purchases/quote-plan.ts';
import { findLimitRefusal } from '../limits.ts';
import { renderPromoQuestion } from '../screens/buy-screens.ts';
import { sendScreen, showScreen, type Visit } from '../visit.ts';
import { showPlans } from './choose-flow.ts';

export async function askPromo(visit: Visit): Promise<void> {
  const { shop, customer, t, chatId } = visit;
  const { promo } = await viewDiscounts(shop, customer.customerId);
  const applied = promo && { code: promo.code, percent: promo.percent };
  await beginConversation(shop, chatId, { flow: 'promo-code' });
  await showScreen(visit, renderPromoQuestion(t, { applied, problem: null }));
}

/** Text that arrives while a code was asked for. A wrong one is asked again, so often; the question stays open. */
export async function takePromo(visit: Visit, text: string): Promise<void> {
  const { shop, customer, t, chatId } = visit;
  const refusal = await findLimitRefusal(visit, ['promo-attempt', 'promo-attempt-daily']);
  if (refusal !== null) {
    return sendScreen(visit, renderPromoQuestion(t, { applied: null, problem: refusal }));
  }
  const entered = await enterPromo(shop, { customerId: customer.customerId, text });
  if (!entered.ok) {
    return sendScreen(visit, renderPromoQuestion(t, { applied: null, problem: t.text('promo-bad') }));
  }
  const { code, percent } = entered;
  const own = ownPercent(await viewDiscounts(shop, customer.customerId));
  const applied = t.text('promo-applied', { code, percent });
  await showPlans(visit, own > percent ? `${applied}\n${t.text('promo-smaller', { own })}` : applied);
  await leaveConversation(shop, chatId);
}
