import type { Translator } from '../locales/translate.ts';
import { currentConversation, leaveConversation } from '../usecases/customers/conversation.ts';
import { type ButtonAction, KEEPS, parseAction } from './callback-data.ts';
import { showMethods, showPeriods, showPlans } from './flows/choose-flow.ts';
import { showMenu, start, takeLocale } from './flows/menu-flow.ts';
import { cancel, check, pay, payTopUp } from './flows/pay-flow.ts';
import { sendKey, sendQr, showProfile } from './flows/profile-flow.ts';
import { askTopUpAmount, chooseTopUpAmount, showTopUp, takeTopUpAmount } from './flows/top-up-flow.ts';
import {
  renderHelp,
  renderInfo,
  renderInstruction,
  renderLanguagePicker,
  renderMessage,
} from './screens/menu-screens.ts';
import { sendScreen, showScreen, type Visit } from './visit.ts';

/** Commands in the order Telegram's menu shows them. */
export const COMMANDS = ['start', 'profile', 'buy', 'instruction', 'help', 'info', 'language'] as const;
type Command = (typeof COMMANDS)[number];

const commandScreens: Record<Command, (visit: Visit) => Promise<void>> = {
  start,
  profile: showProfile,
  buy: showPlans,
  instruction: (visit) => sendScreen(visit, renderInstruction(visit.t)),
  help: (visit) => sendScreen(visit, renderHelp(visit.t)),
  info: (visit) => sendScreen(visit, renderInfo(visit.t)),
  language: (visit) => sendScreen(visit, renderLanguagePicker()),
};

/** The words of the command menu. */
export function describeCommands(t: Translator): { command: string; description: string }[] {
  return COMMANDS.map((command) => ({ command, description: t.text(`command-${command}`) }));
}

/** A tapped button. Everything but the amount question ends what the chat was asked for. */
export async function routeButton(visit: Visit, data: string): Promise<void> {
  const keeps = data.startsWith(KEEPS);
  const action = parseAction(keeps ? data.slice(KEEPS.length) : data);
  await leaveConversation(visit.shop, visit.chatId);
  if (action) return routeAction(keeps ? { ...visit, message: null } : visit, action);
  await visit.answer(visit.t.text('error-stale'));
  await showMenu(visit);
}

async function routeAction(visit: Visit, action: ButtonAction): Promise<void> {
  switch (action.to) {
    case 'menu':
      return showMenu(visit);
    case 'language':
      return showScreen(visit, renderLanguagePicker());
    case 'locale':
      return takeLocale(visit, action.locale);
    case 'plans':
      return showPlans(visit);
    case 'plan':
      return showPeriods(visit, action.plan);
    case 'period':
      return showMethods(visit, action);
    case 'pay':
      return pay(visit, action);
    case 'check-invoice':
      return check(visit, action.invoiceId);
    case 'cancel-invoice':
      return cancel(visit, action.invoiceId);
    case 'top-up':
      return showTopUp(visit);
    case 'top-up-custom':
      return askTopUpAmount(visit);
    case 'top-up-amount':
      return chooseTopUpAmount(visit, action.roubles);
    case 'top-up-pay':
      return payTopUp(visit, action);
    case 'profile':
      return showProfile(visit);
    case 'key':
      return sendKey(visit);
    case 'qr':
      return sendQr(visit);
    case 'instruction':
      return showScreen(visit, renderInstruction(visit.t));
    case 'help':
      return showScreen(visit, renderHelp(visit.t));
    case 'info':
      return showScreen(visit, renderInfo(visit.t));
  }
}

/** A typed message: a command, the answer to a question, or something we do not understand. */
export async function routeText(visit: Visit, text: string): Promise<void> {
  const word = /^\/([a-z_]+)(?:@\w+)?(?:\s|$)/i.exec(text)?.[1]?.toLowerCase();
  const command = COMMANDS.find((name) => name === word);
  if (command) {
    await leaveConversation(visit.shop, visit.chatId);
    return commandScreens[command](visit);
  }
  const asked = word === undefined ? await currentConversation(visit.shop, visit.chatId) : null;
  if (asked === 'top-up-amount') return takeTopUpAmount(visit, text);
  await sendScreen(visit, renderMessage(visit.t, visit.t.text('unknown-text')));
}
