import { dropUnseen } from '../domain/customers/unseen.ts';
import type { Translator } from '../locales/translate.ts';
import {
  type CustomerFlow,
  currentConversation,
  isPanelFlow,
  leaveConversation,
  type PanelFlow,
} from '../usecases/customers/conversation.ts';
import type { PlainAction } from './buttons/customer-buttons.ts';
import type { PanelAction } from './buttons/panel/panel-buttons.ts';
import { type CustomerAction, isOfPanel, isPlain, KEEPS, parseAction } from './callback-data.ts';
import { showMethods, showPeriods, showPlans } from './flows/choose-flow.ts';
import {
  askNewKey,
  forgetDevices,
  makeNewKey,
  sendConnectQr,
  showConnect,
  showDevices,
} from './flows/device-flow.ts';
import { showMenu, showStatus, start, takeLocale, takeTrial } from './flows/menu-flow.ts';
import { sendCorporate, showVip } from './flows/offer-flow.ts';
import { PANEL_COMMANDS } from './flows/panel/panel-commands.ts';
import { asCommand, openPanel } from './flows/panel/panel-visit.ts';
import { routePanel, takePanelText } from './flows/panel/route-panel.ts';
import { cancel, check, pay, payTopUp } from './flows/pay-flow.ts';
import {
  askNewLink,
  makeNewLink,
  sendKey,
  sendQr,
  showHistory,
  showProfile,
  switchRenewalTo,
} from './flows/profile-flow.ts';
import { askPromo, takePromo } from './flows/promo-flow.ts';
import { showReferrals } from './flows/referral-flow.ts';
import { askTopUpAmount, chooseTopUpAmount, showTopUp, takeTopUpAmount } from './flows/top-up-flow.ts';
import {
  askWithdrawalAmount,
  askWithdrawalDetails,
  repeatWithdrawalConfirmation,
  sendWithdrawal,
  takeWithdrawalAmount,
  takeWithdrawalDetails,
} from './flows/withdrawal-flow.ts';
import { mayPress } from './limits.ts';
import {
  renderHelp,
  renderInfo,
  renderInstruction,
  renderLanguagePicker,
  renderMessage,
  renderPrivacy,
  renderSettings,
} from './screens/menu-screens.ts';
import { renderCorporate } from './screens/offer-screens.ts';
import { renderLevels } from './screens/referral-screens.ts';
import { sendScreen, showScreen, type Visit } from './visit.ts';

/** Commands in the order Telegram's menu shows them. */
export const COMMANDS = [
  'start',
  'profile',
  'buy',
  'referral',
  'instruction',
  'help',
  'info',
  'language',
] as const;
type Command = (typeof COMMANDS)[number];

const commandScreens: Record<Command, (visit: Visit) => Promise<void>> = {
  start,
  profile: showProfile,
  buy: (visit) => showPlans(visit),
  referral: showReferrals,
  instruction: (visit) => sendScreen(visit, renderInstruction(visit.t)),
  help: (visit) => sendScreen(visit, renderHelp(visit.t)),
  info: (visit) => sendScreen(visit, renderInfo(visit.t)),
  language: (visit) => sendScreen(visit, renderLanguagePicker()),
};

/** The words of the command menu. */
export function describeCommands(t: Translator): { command: string; description: string }[] {
  return COMMANDS.map((command) => ({ command, description: t.text(`command-${command}`) }));
}

/** A tapped button. Everything but a step within a form ends what the chat was asked for. */
export async function routeButton(visit: Visit, data: string): Promise<void> {
  const keeps = data.startsWith(KEEPS);
  const action = parseAction(keeps ? data.slice(KEEPS.length) : data);
  const shown = keeps ? { ...visit, message: null } : visit;
  if (action && isOfPanel(action)) return pressInPanel(shown, action);
  const isStep = action?.to === 'withdraw-details' || action?.to === 'withdraw-send';
  if (!isStep) await leaveConversation(visit.shop, visit.chatId);
  if (!action) return refuseStale(visit);
  if (!(await mayPress(visit, action))) return;
  return routeAction(shown, action);
}

/** To whoever does not work for the shop its buttons are as unknown as any other. */
async function pressInPanel(visit: Visit, action: PanelAction): Promise<void> {
  const inPanel = await openPanel(visit);
  if (inPanel) return routePanel(inPanel, action);
  await leaveConversation(visit.shop, visit.chatId);
  await refuseStale(visit);
}

async function refuseStale(visit: Visit): Promise<void> {
  await visit.answer(visit.t.text('error-stale'));
  await showMenu(visit);
}

/** Buttons that carry nothing but where they lead. */
const plainScreens: Record<PlainAction['to'], (visit: Visit) => Promise<void>> = {
  menu: showMenu,
  trial: takeTrial,
  settings: (visit) => showScreen(visit, renderSettings(visit.t)),
  language: (visit) => showScreen(visit, renderLanguagePicker()),
  plans: (visit) => showPlans(visit),
  promo: askPromo,
  vip: showVip,
  corporate: (visit) => showScreen(visit, renderCorporate(visit.t)),
  'corporate-send': sendCorporate,
  profile: showProfile,
  'renewal-on': (visit) => switchRenewalTo(visit, true),
  'renewal-off': (visit) => switchRenewalTo(visit, false),
  key: sendKey,
  qr: sendQr,
  connect: showConnect,
  'connect-qr': sendConnectQr,
  devices: showDevices,
  'devices-clear': (visit) => forgetDevices(visit, null),
  'new-key-ask': askNewKey,
  'new-key': makeNewKey,
  'new-link-ask': askNewLink,
  'new-link': makeNewLink,
  instruction: (visit) => showScreen(visit, renderInstruction(visit.t)),
  help: (visit) => showScreen(visit, renderHelp(visit.t)),
  info: (visit) => showScreen(visit, renderInfo(visit.t)),
  'top-up': showTopUp,
  'top-up-custom': askTopUpAmount,
  referrals: showReferrals,
  levels: (visit) => showScreen(visit, renderLevels(visit.t)),
  history: showHistory,
  status: showStatus,
  privacy: (visit) => showScreen(visit, renderPrivacy(visit.t)),
  withdraw: askWithdrawalAmount,
  'withdraw-details': askWithdrawalDetails,
};

async function routeAction(visit: Visit, action: CustomerAction): Promise<void> {
  if (isPlain(action)) return plainScreens[action.to](visit);
  switch (action.to) {
    case 'locale':
      return takeLocale(visit, action.locale);
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
    case 'top-up-amount':
      return chooseTopUpAmount(visit, action.roubles);
    case 'top-up-pay':
      return payTopUp(visit, action);
    case 'device-remove':
      return forgetDevices(visit, action.deviceId);
    case 'withdraw-send':
      return sendWithdrawal(visit, action.draftId);
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
  if (word === 'cancel') return cancelForm(visit);
  const entrance = PANEL_COMMANDS.get(word ?? '');
  if (entrance && (await enterPanel(visit, entrance))) return;
  const asked = word === undefined ? await currentConversation(visit.shop, visit.chatId) : null;
  if (!asked) return sayUnknown(visit);
  if (isPanelFlow(asked.flow)) return typeInPanel(visit, asked.flow, text);
  return answers[asked.flow](visit, dropUnseen(text));
}

async function sayUnknown(visit: Visit): Promise<void> {
  await sendScreen(visit, renderMessage(visit.t, visit.t.text('unknown-text')));
}

/** What a typed text means while the chat was asked for something. */
const answers: Record<CustomerFlow, (visit: Visit, text: string) => Promise<void>> = {
  'top-up-amount': takeTopUpAmount,
  'promo-code': takePromo,
  'withdrawal-amount': takeWithdrawalAmount,
  'withdrawal-details': takeWithdrawalDetails,
  'withdrawal-confirm': repeatWithdrawalConfirmation,
};

/** False for whoever does not work for the shop: to them the word means nothing. */
async function enterPanel(visit: Visit, entrance: PanelAction): Promise<boolean> {
  const inPanel = await openPanel(visit);
  if (inPanel) await routePanel(asCommand(inPanel), entrance);
  return inPanel !== null;
}

/** Ends what the chat was asked for, and leads back to where it was begun. */
async function cancelForm(visit: Visit): Promise<void> {
  const asked = await currentConversation(visit.shop, visit.chatId);
  await leaveConversation(visit.shop, visit.chatId);
  const isOfPanel = asked !== null && isPanelFlow(asked.flow);
  if (!isOfPanel || !(await enterPanel(visit, { to: 'admin' }))) await showMenu(visit);
}

/** Whoever works here no more is asked nothing more, either. */
async function typeInPanel(visit: Visit, flow: PanelFlow, text: string): Promise<void> {
  const inPanel = await openPanel(visit);
  if (inPanel) return takePanelText(inPanel, { flow, text });
  await leaveConversation(visit.shop, visit.chatId);
  await sayUnknown(visit);
}
