import { hasRight, mayDoForOneself, type Right, type Role } from '../../../domain/operations/roles.ts';
import { findRole } from '../../../usecases/team/find-role.ts';
import type { ActionOf, ButtonTable } from '../../buttons/button-table.ts';
import { PANEL_BUTTONS } from '../../buttons/panel/panel-buttons.ts';
import { isOfPanel } from '../../callback-data.ts';
import { renderMessage } from '../../screens/menu-screens.ts';
import type { Button, Screen } from '../../screens/screen.ts';
import { sendScreen, showScreen, type Visit } from '../../visit.ts';

/** A visit of somebody who works for the shop, as what they were when this tap came. */
export type PanelVisit = Visit & { role: Role };

/** What the buttons of a table do. */
export type Routes<Table extends ButtonTable> = {
  [To in keyof Table & string]: (visit: PanelVisit, action: ActionOf<Table, To>) => Promise<void>;
};

/** What becomes of a text that was typed into a form, and the right it takes. */
export type PanelForms<Flow extends string> = Record<
  Flow,
  { right: Right; take(visit: PanelVisit, text: string): Promise<void> }
>;

/** Asked again for every tap and text, by the id that Telegram vouches for. Null: a customer like everybody else. */
export async function openPanel(visit: Visit): Promise<PanelVisit | null> {
  const role = await findRole(visit.shop, visit.admins, visit.customer.telegramId);
  return role && { ...visit, role };
}

/** The same for a typed command, which has no button to be answered at: what would be its answer is a message. */
export function asCommand(visit: PanelVisit): PanelVisit {
  return {
    ...visit,
    answer: async (text) => {
      if (text !== undefined) await sendScreen(visit, renderMessage(visit.t, text));
    },
  };
}

/** Shows a screen of the panel in place of the one that was tapped, without the buttons that are not for this role. */
export async function showPanel(visit: PanelVisit, screen: Screen): Promise<void> {
  await showScreen(visit, forRole(screen, visit.role));
}

/**
 * The same as a new message: what answers a typed text. What the text was asked for is left only after that, so that a
 * text whose answer did not get through means the same when it is worked again.
 */
export async function sendPanel(visit: PanelVisit, screen: Screen): Promise<void> {
  await sendScreen(visit, forRole(screen, visit.role));
}

function forRole(screen: Screen, role: Role): Screen {
  const mayPress = (button: Button): boolean =>
    'url' in button || !isOfPanel(button.action) || hasRight(role, rightFor(button.action.to));
  const rows = screen.rows.map((row) => row.filter(mayPress)).filter((row) => row.length > 0);
  return { ...screen, rows };
}

function rightFor(to: keyof typeof PANEL_BUTTONS): Right {
  return PANEL_BUTTONS[to].right;
}

/** Nobody but the owner gives anything to themselves. */
export function mayServe({ role, customer }: PanelVisit, telegramId: bigint, right: Right): boolean {
  return telegramId !== customer.telegramId || mayDoForOneself(role, right);
}

/** How operators are told apart in what they do. */
export function actorOf(visit: Visit): string {
  return String(visit.customer.telegramId);
}
