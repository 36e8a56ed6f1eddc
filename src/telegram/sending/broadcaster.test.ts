import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Api, GrammyError, HttpError } from 'grammy';
import type { BroadcastMessage, BroadcastOutcome } from '../../ports/broadcaster.ts';
import { createBroadcaster } from './broadcaster.ts';
import { createTelegramPolicy } from './telegram-policy.ts';

const MESSAGE: BroadcastMessage = { kind: 'info', title: 'A & B', text: '<b>x</b>', buttons: [] };

/** Answers each call with the next of these, an Error by throwing it. */
function telegram(answer: () => unknown): { api: Api; texts: string[] } {
  const texts: string[] = [];
  const sendMessage = async (_chat: number, text: string) => {
    texts.push(text);
    const given = answer();
    if (given instanceof Error) throw given;
    return given;
  };
  return { api: { sendMessage } as unknown as Api, texts };
}

const refusal = (error_code: number, description: string, parameters = {}) =>
  new GrammyError('failed', { ok: false, error_code, description, parameters }, 'sendMessage', {});
const lost = (code: string) => new HttpError('network', Object.assign(new Error('lost'), { code }));

describe('a message of a broadcast', () => {
  const cases: [name: string, answer: unknown, outcome: BroadcastOutcome][] = [
    ['is sent', {}, { kind: 'sent' }],
    [
      'cannot be delivered',
      refusal(403, 'Forbidden: bot was blocked by the user'),
      { kind: 'undeliverable' },
    ],
    ['is refused', refusal(400, "can't parse entities"), { kind: 'refused', reason: "can't parse entities" }],
    ['has to wait', refusal(429, 'x', { retry_after: 3 }), { kind: 'limited', retryAfterMs: 3_000 }],
    ['waits for a valid token', refusal(401, 'Unauthorized'), { kind: 'limited', retryAfterMs: 30_000 }],
    ['was never on its way', lost('ECONNREFUSED'), { kind: 'unreached' }],
    ['may have arrived', lost('ECONNRESET'), { kind: 'unknown' }],
    ['may have arrived before a failure', refusal(500, 'restart'), { kind: 'unknown' }],
  ];
  for (const [name, answer, outcome] of cases) {
    it(name, async () => {
      const { api } = telegram(() => answer);
      const broadcaster = createBroadcaster(api, createTelegramPolicy());
      assert.deepEqual(await broadcaster.send({ telegramId: 1n, locale: 'en' }, MESSAGE), outcome);
    });
  }

  it('has a plain title above a text of HTML', async () => {
    const { api, texts } = telegram(() => ({}));
    const broadcaster = createBroadcaster(api, createTelegramPolicy());
    await broadcaster.send({ telegramId: 1n, locale: 'en' }, MESSAGE);
    assert.deepEqual(texts, ['ℹ️ <b>A &amp; B</b>\n\n<b>x</b>']);
  });

  it('is not sent any more when ten in a row had no answer; a refusal is an answer', async () => {
    const answers = [
      ...Array.from({ length: 9 }, () => lost('ECONNRESET')),
      refusal(400, 'bad'),
      ...Array.from({ length: 10 }, () => lost('ECONNRESET')),
    ];
    const { api, texts } = telegram(() => answers.shift() ?? {});
    const broadcaster = createBroadcaster(api, createTelegramPolicy());
    const kinds: string[] = [];
    for (let count = 0; count < 25; count += 1) {
      kinds.push((await broadcaster.send({ telegramId: 1n, locale: 'en' }, MESSAGE)).kind);
    }
    assert.equal(texts.length, 20);
    assert.deepEqual(kinds.slice(20), Array(5).fill('resting'));
  });
});
