import { type ActionIn, type ButtonTable, formatFields, parseFields } from './buttons/button-table.ts';
import { CUSTOMER_BUTTONS, PLAIN, type PlainAction } from './buttons/customer-buttons.ts';
import { PANEL_BUTTONS, type PanelAction } from './buttons/panel/panel-buttons.ts';

export type CustomerAction = ActionIn<typeof CUSTOMER_BUTTONS>;

/** What a button asks for. Travels in 1–64 bytes; prices and rights never do. */
export type ButtonAction = CustomerAction | PanelAction;

/** Stands before the action of a button whose message must stay as it is. */
export const KEEPS = '+';

const BUTTONS: ButtonTable = { ...CUSTOMER_BUTTONS, ...PANEL_BUTTONS };

export function encodeAction(action: ButtonAction): string {
  return formatFields(action.to, BUTTONS[action.to]?.fields ?? {}, action);
}

/** Null for anything that is not exactly one of our actions: old buttons and forged data look the same. */
export function parseAction(data: string): ButtonAction | null {
  const [to = '', ...texts] = data.split(':');
  if (!Object.hasOwn(BUTTONS, to)) return null;
  const values = parseFields(BUTTONS[to]?.fields ?? {}, texts);
  // The table has read every field of this name, and the types are made from the table.
  const action = values && ({ to, ...values } as ButtonAction);
  return action && encodeAction(action) === data ? action : null;
}

export function isPlain(action: CustomerAction): action is PlainAction {
  return PLAIN.some((name) => name === action.to);
}

export function isOfPanel(action: ButtonAction): action is PanelAction {
  return Object.hasOwn(PANEL_BUTTONS, action.to);
}
