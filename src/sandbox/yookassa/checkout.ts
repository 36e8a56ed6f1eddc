import type { Journal } from '../state/journal.ts';
import { type Exchange, HttpRefusal } from '../transport/http.ts';
import { CHECKOUT_PREFIX } from './api.ts';
import type { Payment, Shop } from './shop.ts';

/** The page where a payer pays: `/yookassa/checkout/<payment id>`, with forms to `…/pay` and `…/cancel`. */
export type Checkout = { serve(exchange: Exchange): Promise<void> };

const STATES: Record<Payment['status'], string> = {
  pending: 'Waiting for payment · Ждёт оплаты',
  waiting_for_capture: 'Paid, held · Оплачен, ждёт списания',
  succeeded: 'Paid · Оплачен',
  canceled: 'Cancelled · Отменён',
};

export function createCheckout(shop: Shop, journal: Journal): Checkout {
  return {
    async serve({ request, response, url }) {
      const [id = '', action] = url.pathname.slice(CHECKOUT_PREFIX.length).split('/');
      const payment = url.pathname.startsWith(CHECKOUT_PREFIX) ? shop.payments.find(id) : undefined;
      if (!payment) throw new HttpRefusal(404, 'no such payment');
      if (request.method === 'POST' && (action === 'pay' || action === 'cancel')) {
        if (action === 'pay') shop.pay(id);
        else shop.decline(id);
        await journal.durable();
        response.writeHead(303, { location: `${CHECKOUT_PREFIX}${id}` }).end();
        return;
      }
      if (request.method !== 'GET' || action !== undefined) throw new HttpRefusal(404, 'no such page');
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
        'cache-control': 'no-store',
      });
      response.end(renderPage(payment));
    },
  };
}

function renderPage({ id, status, amount, description }: Payment): string {
  const button = (action: string, label: string): string =>
    `<form method="post" action="${CHECKOUT_PREFIX}${id}/${action}"><button data-testid="${action}">${label}</button></form>`;
  const buttons =
    status === 'pending' ? button('pay', 'Pay · Оплатить') + button('cancel', 'Decline · Отказ') : '';
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>YooKassa (sandbox)</title>
<meta name="viewport" content="width=device-width">
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:26rem;margin:4rem auto;padding:0 1rem}
button{font:inherit;padding:.6rem 1.2rem;margin:.5rem 0}</style>
<h1>${amount.value} ${amount.currency}</h1><p>${escapeHtml(description ?? '')}</p>
<p role="status" data-testid="status">${STATES[status]}</p>${buttons}
<p><small>YooKassa, sandbox · ${id}</small></p></html>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
