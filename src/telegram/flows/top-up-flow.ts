import { type Kopecks, roubles } from '../../domain/money/money.ts';
import { isTopUpAmount, parseTopUpAmount } from '../../domain/money/top-ups.ts';
import { viewProfile } from '../../usecases/access/view-profile.ts';
import { beginConversation, leaveConversation } from '../../usecases/customers/conversation.ts';
import { renderTopUp, renderTopUpMethods, renderTopUpQuestion } from '../screens/pay-screens.ts';
import { sendScreen, showScreen, type Visit } from '../visit.ts';
import { providersOf } from './choose-flow.ts';

export async function showTopUp(visit: Visit): Promise<void> {
  const { balanceKopecks } = await viewProfile(visit.shop, visit.customer.customerId);
  await showScreen(visit, renderTopUp(visit.t, { balanceKopecks }));
}

export async function askTopUpAmount(visit: Visit): Promise<void> {
  await beginConversation(visit.shop, visit.chatId, { flow: 'top-up-amount' });
  await showScreen(visit, renderTopUpQuestion(visit.t, null));
}

/** Text that arrives while an amount was asked for. A bad one is asked again; the question stays open. */
export async function takeTopUpAmount(visit: Visit, text: string): Promise<void> {
  const amountKopecks = parseTopUpAmount(text);
  if (amountKopecks === null) {
    return sendScreen(visit, renderTopUpQuestion(visit.t, visit.t.text('top-up-bad-amount')));
  }
  await showTopUpMethods(visit, amountKopecks);
  await leaveConversation(visit.shop, visit.chatId);
}

export async function chooseTopUpAmount(visit: Visit, amountRoubles: number): Promise<void> {
  const amountKopecks = roubles(amountRoubles);
  await (isTopUpAmount(amountKopecks) ? showTopUpMethods(visit, amountKopecks) : showTopUp(visit));
}

function showTopUpMethods(visit: Visit, amountKopecks: Kopecks): Promise<void> {
  return showScreen(visit, renderTopUpMethods(visit.t, { amountKopecks, methods: providersOf(visit) }));
}
