import { parseIncidentText } from '../../domain/operations/incident.ts';
import {
  getIncident,
  type IncidentState,
  setIncidentText,
  switchIncident,
} from '../../store/operations/incident.ts';
import { claimOperatorAct } from '../../store/operations/operator-acts.ts';
import { recordAct } from '../audit/record-act.ts';
import type { Shop } from '../shop.ts';

/** What customers are told at the moment, or would be told. */
export function viewIncident(shop: Shop): Promise<IncidentState> {
  return getIncident(shop.db);
}

/** Shows the words above every main menu, or takes them away. The same again, or the same tap, changes nothing. */
export async function turnIncident(
  shop: Shop,
  wish: { actor: string; isOn: boolean; actKey: string },
): Promise<void> {
  const { actor, isOn, actKey } = wish;
  await shop.db.transaction('turn-incident', async (tx) => {
    const at = shop.clock.now();
    if (!(await claimOperatorAct(tx, { key: actKey, at }))) return;
    if (!(await switchIncident(tx, { actor, isOn, at }))) return;
    const details = { state: isOn ? 'on' : 'off' };
    await recordAct(shop, tx, { actor, action: 'incident-switched', details });
  });
}

/** Keeps the words and shows them at once. The same again, or the same tap, changes nothing. Refuses: `bad-text`. */
export async function tellIncident(
  shop: Shop,
  wish: { actor: string; text: string; actKey: string },
): Promise<{ ok: true } | { ok: false; refusal: 'bad-text' }> {
  const { actor, actKey } = wish;
  const text = parseIncidentText(wish.text);
  if (text === null) return { ok: false, refusal: 'bad-text' };
  return shop.db.transaction('tell-incident', async (tx) => {
    const at = shop.clock.now();
    if (!(await claimOperatorAct(tx, { key: actKey, at }))) return { ok: true };
    const isChanged = await setIncidentText(tx, { actor, text, at });
    if (isChanged) await recordAct(shop, tx, { actor, action: 'incident-text-set', details: { text } });
    return { ok: true };
  });
}
